import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { unavailable } from '@qingniao/kernel';

/** The system user PostgreSQL runs as. */
export interface ServiceUser {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so under root it runs as `nobody`; no system user is created.
 * Null means "as ourselves".
 */
export function serviceUser(): ServiceUser | null {
  if (process.getuid?.() !== 0) return null;
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch (cause) {
    throw unavailable(
      'no_service_user',
      {
        zh: '以 root 身份运行时，内置 PostgreSQL 需要系统用户 nobody，但未找到该用户。请改用普通用户运行，或设置 DATABASE_URL。',
        en: 'Run as root, the embedded PostgreSQL needs the system user "nobody", which does not exist here. Run as an ordinary user or set DATABASE_URL.',
      },
      { cause },
    );
  }
}

/** Whether the user may walk from the root to this folder; a folder not there yet counts by its nearest parent. */
export function canReach(path: string, user: ServiceUser | null): boolean {
  if (!user) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const searchBit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & searchBit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Where things live that the service user must reach when the chosen folder is closed to it (a 0700 home). */
export const SHARED_FOLDER = '/var/lib/qingniao';
