import type { App } from '@qingniao/access';
import { pushRoutes, type PushRoutesDeps } from '@qingniao/pushes';

/** What the rooms' routes need, room by room. */
export interface RoomDeps {
  pushes: PushRoutesDeps;
}

const brand = '/api/brands/:brandId';

/** Every room's routes, in the order of the rooms. */
export async function registerRoomRoutes(app: App, deps: RoomDeps): Promise<void> {
  await app.register(pushRoutes, { ...deps.pushes, prefix: brand });
}
