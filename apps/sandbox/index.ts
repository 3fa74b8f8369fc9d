export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
export type { AccountDraft, AccountSettings, PushMode, Right } from './platform/accounts/settings.ts';
export type * from './world.ts';
