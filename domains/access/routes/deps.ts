import type { AuthenticateDeps } from '../authenticate.ts';
import type { Mailer } from '../mailer.ts';

export interface AccessDeps extends AuthenticateDeps {
  mailer: Mailer;
}
