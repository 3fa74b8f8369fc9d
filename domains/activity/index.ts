export * from './types.ts';
export { eventTypes, type EventType } from './event-types.ts';
export { type Appender, type AppenderOptions, appendInTx, createAppender } from './append.ts';
export {
  contactsOf, eraseIdentities, identitiesOf, type IdentityRow, moveIdentities, resolveIdentities, resolveIdentity,
} from './identities.ts';
export { LOG_GREW } from './log-lock.ts';
export type { CallbackAsset, CallbackAssets, DecidedReply, DecideReply, RawPush, Relay } from './callback-asset.ts';
export { callbackRoutes, type CallbackRouteOptions } from './callback-routes.ts';
export { type CallbackOutcome, type CallbackTally, callbackTally, createCallbackTally, type TallyRow } from './callback-tally.ts';
export { normalise } from './normalise.ts';
export { readEventsOf, readEventsOfTypes } from './read-events.ts';
