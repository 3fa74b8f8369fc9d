import { conflict } from '@qingniao/kernel';
import QRCode from 'qrcode';
import type { ChannelView } from './channels.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The code for print: SVG with the channel's name under it, or PNG. @throws Problem channel_without_code (409) */
export async function codePicture(channel: ChannelView, format: 'svg' | 'png'): Promise<Buffer> {
  if (channel.url === null)
    throw conflict('channel_without_code', { zh: '该渠道没有二维码。', en: 'This channel has no code.' });
  // Level H survives a logo or a scratched sticker.
  const options = { errorCorrectionLevel: 'H', margin: 4 } as const;
  if (format === 'png') return QRCode.toBuffer(channel.url, { ...options, width: 860 });
  const code = await QRCode.toString(channel.url, { ...options, type: 'svg', width: 430 });
  const inner = code.replace(/^<\?xml[^>]*>\s*/, '').replace('<svg ', '<svg x="0" y="0" ');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="480" viewBox="0 0 430 480"><rect width="430" height="480" fill="#fff"/>${inner}` +
      `<text x="215" y="456" text-anchor="middle" font-family="PingFang SC, Noto Sans CJK SC, sans-serif" font-size="22" fill="#1C1B19">${escape(channel.name)}</text></svg>`,
  );
}
