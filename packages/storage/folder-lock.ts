import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { conflict } from '@qingniao/kernel';

/** `sun_path` holds 108 bytes on Linux and 104 on macOS, the final zero included. */
export const LONGEST_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;

export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Only one process may own an engine's folder. The lock is a listening Unix socket: the kernel drops it
 * with the process, however that dies, and no process id can be mistaken for another's.
 * Resolves to the function that lets go; throws the Problem `data_folder_in_use`, naming the folder as `shownAs`.
 */
export async function lockFolder(folder: string, shownAs: string): Promise<() => Promise<void>> {
  const socketPath = socketOf(folder);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await tryListen(socketPath);
    if (server) {
      server.unref();
      return () => new Promise((resolve) => server.close(() => resolve()));
    }
    if (await answers(socketPath)) break;
    try {
      unlinkSync(socketPath);
    } catch {
      // Another starter removed the dead socket first; the next attempt tells who won.
    }
  }
  throw conflict('data_folder_in_use', {
    zh: `数据目录 ${shownAs} 正被另一个青鸟进程使用。请先停止它，或用 QINGNIAO_DATA 另选目录。`,
    en: `The data folder ${shownAs} is in use by another Qingniao process. Stop that one first or choose another folder with QINGNIAO_DATA.`,
  });
}

/** Whether a process owns the folder. */
export const isLocked = (folder: string): Promise<boolean> => answers(socketOf(folder));

function socketOf(folder: string): string {
  // Windows has no sockets in folders, but pipes that go with their process.
  if (process.platform === 'win32') return `\\\\.\\pipe\\qingniao-owner-${shortHash(folder)}`;
  const inside = join(folder, 'owner');
  return Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH ? inside : `/tmp/qingniao-owner-${shortHash(folder)}`;
}

function tryListen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    // Somebody else's that may not be asked is somebody's.
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ENOENT' && code !== 'ECONNREFUSED'));
    socket.once('close', () => socket.destroy());
  });
}
