const zh = (globalThis.navigator?.language ?? 'zh').toLowerCase().startsWith('zh');

/** The few words that are the phone’s own. */
export const words = zh
  ? { back: '返回', more: '更多', share: '转发', again: '回到首页', copied: '链接已复制，粘贴即可发给对方', copyThis: '请复制链接发给对方', ok: '确定', cancel: '取消', pages: '底部导航', inWeChat: '请在微信中打开这个链接。', noShop: '这家店铺只在小程序中营业。' }
  : { back: 'Back', more: 'More', share: 'Share', again: 'Back to the first page', copied: 'Link copied. Paste it to send it', copyThis: 'Copy this link to send it', ok: 'OK', cancel: 'Cancel', pages: 'Tabs', inWeChat: 'Open this link in WeChat.', noShop: 'This shop is open in its mini program only.' };
export const systemLanguage = zh ? 'zh_CN' : 'en';
