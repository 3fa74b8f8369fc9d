import type { AuthenticateDeps } from '../authenticate.ts';
import type { SubjectNames } from '../audit-names.ts';
import type { Mailer } from '../mailer.ts';

export interface AccessDeps extends AuthenticateDeps {
  mailer: Mailer;
  /** For the audit log. */
  subjectNames?: SubjectNames;
}
