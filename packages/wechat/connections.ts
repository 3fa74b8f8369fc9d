import { Agent } from 'undici';

let shared: Agent | null = null;

/** Keep-alive connections to the platform, one set for the process. */
export const sharedAgent = (): Agent => (shared ??= new Agent({ connections: 16, keepAliveTimeout: 30_000, connectTimeout: 5000 }));

/** Closes the shared connections; at the end of the process. */
export async function closeWechatConnections(): Promise<void> {
  await shared?.close();
  shared = null;
}
