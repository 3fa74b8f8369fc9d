export { type Accounts, type AccountsDeps, createAccounts } from './create-accounts.ts';
export { type AccountRoutesDeps, accountRoutes } from './routes.ts';
export { type Asset, type AssetKind, countedFrom, type DatacubeProfile, firstObserved, listAssets, observedAccounts, readAsset } from './asset.ts';
export { type Account, type AccountOf, createAccountClients } from './account-clients.ts';
export { type ObservationGap, observationGaps } from './observation-gaps.ts';
export { requireOwnKey } from './own-key.ts';
export { databaseTokenStore } from './token-store.ts';
export { followersUnread, newFollowers } from './sync/enrich-followers.ts';
export {
  type AssetChanges, type AssetDeps, type CallbackSettings, type ConnectInput, callbackSettings, callbackUrl, connectAsset, disconnectAsset, updateAsset,
} from './connect-asset.ts';
export { type Check, type CheckState, type Diagnosis, lastDiagnosis, runDoctor } from './doctor/doctor.ts';
export { type MenuCategory, type MenuColumn, type MenuItem, type MenuType, categories as menuCategories } from './menu/menu-rules.ts';
export { menuTemplates } from './menu/menu-templates.ts';
export { type Menu, menuItemNames, publishMenu, readMenu, saveMenu } from './menu/menu.ts';
export type { ReplyRule, ReplyTrigger } from './replies/reply-rules.ts';
export { addReply, listReplies } from './replies/auto-replies.ts';
export {
  type AccountDay, type ArticleFigures, type FigureKind, type MissingSpan, accountDays, accountDaysSql, articleFigures, articleFiguresSql, missingDataDays,
} from './datacube/figures.ts';
export { type CumulativePoint, type GrowthPoint, cumulativeSeries, datacubeCoverage, growthSeries } from './datacube/series.ts';
export { type SyncKind, type Syncs, syncKinds } from './sync/syncs.ts';
export { eraseSyncCursors } from './sync/erase-cursors.ts';
export { type OauthOf, webAuthorisation } from './web-authorisation.ts';
