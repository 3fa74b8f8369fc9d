import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface TestMailServer {
  url: string;
  /** What it took, in the order of its taking. */
  taken: { to: string; message: string }[];
  /** What it answers to a recipient; default takes everybody. */
  answerTo(recipient: string): '250' | '450' | '550';
  /** Hangs up on a message to this one after it has read it all. */
  hangsUpOn: string | null;
  close(): Promise<void>;
}

/** As much of an SMTP server (RFC 5321) as it takes to be sent a mail. */
export async function testMailServer(): Promise<TestMailServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => undefined));
    let unread = '';
    let to = '';
    let inMessage = false;
    const say = (text: string) => socket.write(`${text}\r\n`);
    const command = (line: string) => {
      const [verb] = line.toUpperCase().split(/[ :]/);
      if (verb === 'RCPT') {
        to = /<(.*)>/.exec(line)![1]!;
        const answer = mail.answerTo(to);
        return say(answer === '250' ? '250 ok' : `${answer} <${to}> is not taken here`);
      }
      if (verb === 'QUIT') return socket.end('221 bye\r\n');
      inMessage = verb === 'DATA';
      return say(inMessage ? '354 go on' : '250 ok');
    };
    say('220 test');
    socket.setEncoding('utf8').on('data', (text: string) => {
      unread += text;
      for (;;) {
        const end = inMessage ? '\r\n.\r\n' : '\r\n';
        const at = unread.indexOf(end);
        if (at < 0) return;
        const part = unread.slice(0, at);
        unread = unread.slice(at + end.length);
        if (!inMessage) command(part);
        else if (mail.hangsUpOn === to) socket.destroy();
        else {
          inMessage = false;
          mail.taken.push({ to, message: part });
          say('250 taken');
        }
        if (socket.destroyed) return;
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const mail: TestMailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: [],
    answerTo: () => '250',
    hangsUpOn: null,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
  return mail;
}
