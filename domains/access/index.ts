export { answerableId, systemActor, type Actor } from './actor.ts';
export { checkMonths, hideEnough, hideInAll, inTens, isFew, type Part, seesOnlyAggregates, SMALLEST, type Suppressed } from './aggregates-only.ts';
export { keyPermissions, permissions, permissionsOf, roles, type Permission, type Role } from './permissions.ts';
export { audit, auditOrganisation, brandChain, organisationChain, verifyChain, type AuditEntry, type AuditedBy, type ChainCheck } from './audit.ts';
export { createBrand, createOrganisation, createUser, findBrand, hasUsers, listAllBrands, listBrandsOfOrganisation, type Brand, type FirstOwner } from './brands.ts';
export { createApiKey, revokeApiKey, type NewApiKey } from './api-keys.ts';
export { setUp, setupCode } from './first-run.ts';
export { createMailer, type Mail, type Mailer, sendingFailed, verifyMail } from './mailer.ts';
export { addMember, approverRegions, type ApproverRegions, changeRoles, giveRole, listMembers, type Place } from './members.ts';
export { createResetLink } from './password-links.ts';
export { createAuthenticator } from './authenticate.ts';
export { accessGuard, accessRoutes, type AccessDeps } from './routes/index.ts';

export { createApp, type App, type AppOptions } from './http/app.ts';
export { ErrorReply, sendProblem } from './http/errors.ts';
export { guard, type Authenticator, type Caller, type GuardOptions } from './http/guard.ts';
export { BothTexts, ContactId, Day, nullable, oneOf, SuppressedField, Timestamp } from './http/fields.ts';
export { decodeCursor, encodeCursor, idsQuery, pageOf, pageQuery, pageReply, type CursorKind, type CursorValue } from './http/paging.ts';
export { networkOf } from './network.ts';
