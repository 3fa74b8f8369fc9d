import { leave } from './api/client';
import { sendWaiting } from './lib/behaviour';
import { enter } from './lib/entrance';

App({
  /** Also on launch. A phone that comes back by another card or code is another entrance: it signs in with that scene. */
  onShow({ scene, path, query }: WechatMiniprogram.App.LaunchShowOption) {
    if (enter({ scene, path, query: query as Record<string, string> })) leave();
  },

  onHide() {
    void sendWaiting();
  },
});
