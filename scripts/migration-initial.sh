#!/usr/bin/env bash
# Rewrites the first migration from today's schema. Only before the first release.
set -euo pipefail
cd "$(dirname "$0")/.."
exec 9>/tmp/qingniao-migration.lock
flock 9
rm -rf migrations
npx drizzle-kit generate --name initial
