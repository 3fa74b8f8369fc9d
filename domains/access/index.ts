export { systemActor, type Actor } from './actor.ts';
export { isPermission, isRole, permissions, permissionsOf, roles, type Permission, type Role } from './permissions.ts';
export { createApp, type App, type AppOptions } from './http/app.ts';
export { ErrorReply, sendProblem } from './http/errors.ts';
export { brandNotFound, guard, type Authenticator, type Caller, type GuardOptions } from './http/guard.ts';
export { BothTexts, Day, nullable, oneOf, Timestamp } from './http/fields.ts';
export { decodeCursor, encodeCursor, pageOf, pageQuery, pageReply, type CursorKind, type CursorValue } from './http/paging.ts';
export { audit, type AuditEntry, type AuditedBy } from './audit.ts';
