export { pushRoutes, type PushRoutesDeps } from './routes.ts';
export { pushReports } from './projections.ts';
export { createPushSender, type AccountOf, type PushSender, type PushSenderDeps } from './send-push.ts';
export { listPushes, pushOfMessage, readPush, type PushDetail, type PushView } from './results.ts';
export { changePush, deletePush, recordPush } from './record-push.ts';
export type { PushArticleInput, PushAudience, PushInput, PushState } from './types.ts';
