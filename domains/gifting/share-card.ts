import type { Text } from '@qingniao/kernel';

/** What a chat shows before the link is opened: all of it is the receiver's to see, so none of it is about the gift. */
export interface ShareCard {
  title: Text;
  /** Of the mini program, with the token. */
  path: string;
  /** In the mini program's own files: a bow, the same for every gift. */
  picture: string;
}

export const shareCard = (senderName: string | null, token: string): ShareCard => ({
  title: senderName === null ? { zh: '有人送你一份礼物', en: 'Somebody has a gift for you' } : { zh: `${senderName} 送你一份礼物`, en: `${senderName} has a gift for you` },
  path: `/pages/gift-receive/gift-receive?token=${token}`,
  picture: '/pictures/gift.png',
});
