import { messageOf, Problem, type Text } from '@qingniao/kernel';
import { createServer } from 'node:net';

/** Something outside the product keeps it from starting; told in one line, without a stack. */
export const startProblem = (code: string, text: Text, cause?: unknown): Problem => new Problem(code, 500, text, { cause });

/** Both languages in one line: on a terminal nobody has chosen one yet. */
export function explainFailure(error: unknown): string {
  return error instanceof Problem ? `${error.text.zh} ${error.text.en}` : messageOf(error);
}

/** Throws before any engine is started when the port cannot be had. Port 0 always can. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen({ host, port, exclusive: true }, resolve));
  } catch (error) {
    throw listenProblem(error, host, port);
  }
  await new Promise((resolve) => probe.close(resolve));
}

export function listenProblem(error: unknown, host: string, port: number): Problem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return startProblem('port_in_use', {
      zh: `端口 ${port} 已被占用：请停止占用它的程序，或设置 PORT（PORT=0 自动选择空闲端口）。`,
      en: `Port ${port} is in use: stop the program that has it, or set PORT (PORT=0 takes a free one).`,
    }, error);
  }
  if (code === 'EACCES') {
    return startProblem('port_refused', {
      zh: `无权使用端口 ${port}：请设置 1024 以上的 PORT。`, en: `Port ${port} may not be used: set PORT above 1024.`,
    }, error);
  }
  return startProblem('listen_failed', {
    zh: `无法监听 ${host}:${port}（${messageOf(error)}），请检查 HOST 与 PORT。`, en: `Cannot listen on ${host}:${port} (${messageOf(error)}); check HOST and PORT.`,
  }, error);
}
