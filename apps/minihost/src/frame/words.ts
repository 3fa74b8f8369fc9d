const zh = (globalThis.navigator?.language ?? 'zh').toLowerCase().startsWith('zh');

/** The few words that are the phone’s own. */
export const words = zh
  ? { back: '返回', more: '更多', share: '转发', ok: '确定', cancel: '取消', close: '关闭', loading: '加载中', copied: '链接已复制，可粘贴给好友', pages: '底部导航' }
  : { back: 'Back', more: 'More', share: 'Share', ok: 'OK', cancel: 'Cancel', close: 'Close', loading: 'Loading', copied: 'The link is copied: paste it to whom you like', pages: 'Tabs' };
export const systemLanguage = zh ? 'zh_CN' : 'en';
