export * from './types.ts';
export { eventTypes, type EventType } from './event-types.ts';
export { type Appender, type AppenderOptions, appendInTx, createAppender } from './append.ts';
export {
  contactsOf, identitiesOf, IDENTITY_ERASED, identityKey, type IdentityRow, resolveIdentities, resolveIdentity, samePerson,
} from './identities.ts';
export type { CallbackAsset, CallbackAssets, DecidedReply, DecideReply, RawPush, Relay, RelayAnswer } from './callback-asset.ts';
export { callbackRoutes, type CallbackRouteOptions } from './callback-routes.ts';
export { type CallbackOutcome, type CallbackTally, callbackTally, createCallbackTally, type RelayOutcome, relayTally, type TallyRow } from './callback-tally.ts';
export { normalise } from './normalise.ts';
export { eraseIdentities, moveIdentities, moveIdentitiesTo, noteErased } from './change-identities.ts';
export { type Forgotten, forgetWords, forgetWordsInWarehouse, receivedAfter } from './forget-words.ts';
export { eventLog, readEventsOf, readEventsOfTypes } from './read-events.ts';
export { eventsTable, warehouseEvents, warehouseTables, warehouseWord, wordProps } from './warehouse.ts';
export { activityRoutes, type ActivityRoutesDeps } from './routes.ts';
export type { EventNames, NamesOf } from './details.ts';
export { timeline, timelineCsv, type UnknownName, unknownNames } from './timeline.ts';
