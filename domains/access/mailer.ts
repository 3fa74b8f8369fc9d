import { unavailable, type Text } from '@qingniao/kernel';
import { createTransport } from 'nodemailer';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  attachments?: { filename: string; content: string | Buffer; contentType: string }[];
}

export interface Mailer {
  /** False: no SMTP is set, so links are shown to whoever manages members, or printed by the CLI. */
  readonly works: boolean;
  /** Signs in at the mail server and sends nothing. Throws with its reason, or Problem no_mail (503). */
  check(): Promise<void>;
  send(mail: Mail): Promise<void>;
}

/** @param smtpUrl `smtps://user:password@host:465`, or null. @param from the sender, `Qingniao <crm@brand.com>`. */
export function createMailer(smtpUrl: string | null, from: string): Mailer {
  if (smtpUrl === null) {
    const refuse = async () => {
      throw unavailable('no_mail', { zh: '未设置 SMTP_URL，无法发送邮件。', en: 'SMTP_URL is not set, so no mail can be sent.' });
    };
    return { works: false, check: refuse, send: refuse };
  }
  const transport = createTransport(smtpUrl);
  return { works: true, check: () => verifyMail(smtpUrl), send: async (mail) => void (await transport.sendMail({ from, ...mail })) };
}

/**
 * What a failed `send` says of the mail: `refused` and `later` when the server said no (5xx, 4xx) or was not reached;
 * `unknown` when the connection broke, perhaps after it took the mail.
 */
export function sendingFailed(error: unknown): 'refused' | 'later' | 'unknown' {
  const { responseCode, syscall } = error as { responseCode?: number; syscall?: string };
  if (responseCode !== undefined && responseCode >= 400) return responseCode >= 500 ? 'refused' : 'later';
  return syscall === 'connect' ? 'later' : 'unknown';
}

/** Signs in at the mail server and sends nothing. Throws with its reason. */
export async function verifyMail(smtpUrl: string): Promise<void> {
  const transport = createTransport(smtpUrl, { connectionTimeout: 10_000, greetingTimeout: 10_000 });
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

export const mailTexts: Record<'reset' | 'invitation', { subject: Text; body: (link: string) => Text }> = {
  reset: {
    subject: { zh: '青鸟：重设密码', en: 'Qingniao: reset your password' },
    body: (link) => ({
      zh: `请在 1 小时内打开以下链接重设密码（仅可使用一次）：\n\n${link}\n\n如果不是您本人操作，请忽略此邮件，密码不会改变。`,
      en: `Open this link within an hour to set a new password (it works once):\n\n${link}\n\nIf you did not ask for it, ignore this mail: your password stays as it is.`,
    }),
  },
  invitation: {
    subject: { zh: '青鸟：邀请您加入', en: 'Qingniao: you are invited' },
    body: (link) => ({
      zh: `您已被邀请使用青鸟。请在 7 天内打开以下链接设置密码（仅可使用一次）：\n\n${link}`,
      en: `You are invited to Qingniao. Open this link within seven days to set your password (it works once):\n\n${link}`,
    }),
  },
};
