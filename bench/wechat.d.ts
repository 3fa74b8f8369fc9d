declare module 'wechat' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Config {
    token: string;
    appid: string;
    encodingAESKey: string;
    checkSignature: boolean;
  }
  type Replying = ServerResponse & { reply(content: string): void };
  export default function wechat(
    config: Config,
    handle: (request: IncomingMessage, response: Replying) => void,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

declare module 'express' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  interface Express extends RequestListener {
    use(middleware: Middleware): void;
    use(path: string, middleware: Middleware): void;
  }
  const express: (() => Express) & { query(options: object): Middleware };
  export default express;
}
