// @ts-check
/**
 * The embedded warehouse: the one process that opens chDB's folder, offering ClickHouse's HTTP interface on
 * 127.0.0.1, so that one client speaks to it and to a real server. Plain JavaScript because it is started as a
 * bare `node` process, with no loader and no bundle. Supervised by chdb-server.ts, which it follows into death.
 *
 * First IPC message: { folder, password, port, readers, memoryBytes }; answer: { port }.
 */
import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { drainPending, Session } from 'chdb';

/** A chDB session runs one statement at a time and keeps its settings, so it remembers what it was set to.
 * @typedef {{ db: Session, settings: Map<string, string> }} Worker
 * @typedef {'live' | 'bulk'} Lane
 * @typedef {{ lane: Lane, give: (worker: Worker) => void }} Waiting
 */

const READS = /^(?:\s|--[^\n]*\n|\/\*.*?\*\/)*(?:SELECT|WITH|SHOW|DESCRIBE|DESC|EXPLAIN|EXISTS)\b/is;
const INSERT = /^\s*INSERT\s+INTO\s+`?([\w.]+)`?\s*(?:\(([^)]*)\))?\s*FORMAT\s+(\w+)\s*$/i;
const PLACEHOLDER = /\{\s*(\w+)\s*:\s*[A-Z]/g;
/** What the HTTP interface itself means by these; everything else in the URL is a setting. */
const NOT_SETTINGS = new Set(['query', 'query_id', 'database', 'default_format', 'role', 'enable_http_compression', 'compress', 'decompress']);
const LARGEST_BODY = 256 * 1024 * 1024;

process.once('message', (options) => {
  start(/** @type {any} */ (options)).catch((error) => {
    console.error(String(error?.cause ?? error));
    process.exit(1);
  });
});
// Ctrl-C is for the product, which stops this process when nothing needs it any more.
process.on('SIGINT', () => undefined);

/** @param {{ folder: string, password: string, port: number, readers: number, memoryBytes: number }} options */
async function start({ folder, password, port, readers, memoryBytes }) {
  const args = [
    `--max_server_memory_usage=${memoryBytes}`,
    `--mark_cache_size=${Math.floor(memoryBytes / 8)}`,
    `--primary_index_cache_size=${Math.floor(memoryBytes / 16)}`,
    '--background_pool_size=2',
  ];
  /** @returns {Worker} */
  const open = () => ({ db: new Session(folder, { connectionArgs: args }), settings: new Map() });
  const writer = open();
  const control = open();
  const pool = readerPool(Array.from({ length: readers }, open));
  const writes = oneByOne();
  const kills = oneByOne();
  const secret = Buffer.from(`Basic ${Buffer.from(`default:${password}`).toString('base64')}`);
  let serial = 0;

  /** @param {string} tag */
  const kill = (tag) =>
    kills(() => control.db.queryAsync(`KILL QUERY WHERE startsWith(query, '${tag}') ASYNC FORMAT Null`)).catch(() => undefined);

  const server = createServer({ maxHeaderSize: 128 * 1024 }, async (request, response) => {
    const sent = Buffer.from(request.headers.authorization ?? '');
    const url = new URL(request.url ?? '/', 'http://warehouse');
    try {
      if (url.pathname === '/ping') return void response.end('Ok.\n');
      if (sent.length !== secret.length || !timingSafeEqual(sent, secret)) {
        return fail(response, 403, 516, 'default: Authentication failed. (AUTHENTICATION_FAILED)');
      }
      await answer(request, response, url.searchParams);
    } catch (error) {
      failWith(response, error);
    }
  });

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response @param {URLSearchParams} search */
  async function answer(request, response, search) {
    const body = await queryOf(request, search);
    const query = search.get('query') ?? '';
    response.setHeader('x-clickhouse-query-id', search.get('query_id') ?? '');
    const insert = INSERT.exec(query);
    if (insert) {
      const settings = Object.fromEntries(settingsOf(search));
      const written = await writes(() => tidily(writer, () => writer.db.insert(insertOf(insert, body, settings))));
      return finish(response, null, { written_rows: written.rowsWritten, written_bytes: written.bytesWritten });
    }
    // A comment of ours names the statement for KILL QUERY: chDB chooses query ids by itself.
    const tag = `/* ${process.pid}.${++serial} */`;
    const text = `${tag} ${[query, body.toString()].filter(Boolean).join('\n')}`;
    for (const [, name] of text.matchAll(PLACEHOLDER)) {
      if (!search.has(`param_${name}`)) return fail(response, 400, 456, `Substitution \`${name}\` is not set. (UNKNOWN_QUERY_PARAMETER)`);
    }
    const gone = new AbortController();
    /** @type {NodeJS.Timeout | undefined} */
    let killing;
    response.once('close', () => {
      if (response.writableFinished) return;
      gone.abort();
      // Again and again: the statement may only just be on its way into the engine.
      killing = setInterval(() => kill(tag), 100);
      void kill(tag);
    });
    try {
      if (!READS.test(text)) {
        const result = await writes(() => run(writer, text, search, gone.signal));
        return finish(response, result.bytes(), summaryOf(result));
      }
      const worker = await pool.take(request.headers['x-qingniao-lane'] === 'bulk' ? 'bulk' : 'live', gone.signal);
      try {
        if (request.headers['x-qingniao-stream']) return await stream(worker, text, search, response);
        const result = await run(worker, text, search, gone.signal);
        finish(response, result.bytes(), summaryOf(result));
      } finally {
        pool.giveBack(worker);
      }
    } finally {
      clearInterval(killing);
    }
  }

  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => listening(null));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  process.send?.({ port: address.port });

  // The channel closes when the product stops us, and when it is killed.
  process.once('disconnect', async () => {
    server.close();
    await kill('/*');
    await Promise.race([drainPending(), new Promise((resolve) => setTimeout(resolve, 3000))]);
    for (const { db } of [writer, control, ...pool.all]) db.close();
    process.exit(0);
  });
}

/** @param {Worker} worker @param {string} text @param {URLSearchParams} search @param {AbortSignal} gone */
async function run(worker, text, search, gone) {
  return tidily(worker, async () => {
    await applySettings(worker, search);
    gone.throwIfAborted();
    return worker.db.queryAsync(text);
  });
}

/** A statement that failed or was killed stays in the session, with what it holds, until the next one begins.
 * @template T @param {Worker} worker @param {() => Promise<T>} work @returns {Promise<T>} */
async function tidily(worker, work) {
  try {
    return await work();
  } catch (error) {
    await worker.db.queryAsync('SELECT 1 FORMAT Null').catch(() => undefined);
    throw error;
  }
}

/** Rows go out as they are found; an error after the first of them can only break the connection.
 * @param {Worker} worker @param {string} text @param {URLSearchParams} search @param {import('node:http').ServerResponse} response */
async function stream(worker, text, search, response) {
  await tidily(worker, async () => {
    await applySettings(worker, search);
    for await (const chunk of worker.db.queryStream(text, { format: 'JSONEachRow' })) {
      if (response.destroyed) throw new Error('nobody reads this any more');
      if (!response.write(chunk.raw())) {
        await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
      }
    }
  });
  response.end();
}

/** Only what differs from the last statement of this session is set.
 * @param {Worker} worker @param {URLSearchParams} search */
async function applySettings({ db, settings }, search) {
  const wanted = new Map(settingsOf(search));
  for (const [name, value] of search) if (/^param_\w+$/.test(name)) wanted.set(name, value);
  const changes = [];
  for (const [name, value] of wanted) if (settings.get(name) !== value) changes.push(`${name} = ${literal(value)}`);
  for (const name of settings.keys()) if (!wanted.has(name) && !name.startsWith('param_')) changes.push(`${name} = DEFAULT`);
  if (changes.length === 0) return;
  await db.queryAsync(`SET ${changes.join(', ')}`);
  for (const name of settings.keys()) if (!wanted.has(name) && !name.startsWith('param_')) settings.delete(name);
  for (const [name, value] of wanted) settings.set(name, value);
}

/** @param {URLSearchParams} search @returns {[string, string][]} */
const settingsOf = (search) =>
  [...search].filter(([name]) => /^\w+$/.test(name) && !NOT_SETTINGS.has(name) && !name.startsWith('param_'));

/** @param {RegExpExecArray} match @param {Buffer} values @param {Record<string, string>} settings */
function insertOf(match, values, settings) {
  const [, table, columns, format] = match;
  const names = columns?.split(',').map((name) => name.trim().replaceAll('`', ''));
  return /** @type {import('chdb').RawInsertParams} */ ({ table, values, format, settings, ...(names ? { columns: names } : {}) });
}

/** Readers for two lanes: bulk work leaves some readers alone, so somebody who waits never queues behind it.
 * @param {Worker[]} workers */
function readerPool(workers) {
  const free = [...workers];
  /** @type {Waiting[]} */
  const waiting = [];
  /** @type {Set<Worker>} */
  const withBulk = new Set();
  const mostBulk = Math.max(1, workers.length - 2);

  const handOut = () => {
    for (const next of [...waiting]) {
      if (free.length === 0) return;
      if (next.lane === 'bulk' && withBulk.size >= mostBulk) continue;
      waiting.splice(waiting.indexOf(next), 1);
      const worker = /** @type {Worker} */ (free.pop());
      if (next.lane === 'bulk') withBulk.add(worker);
      next.give(worker);
    }
  };
  return {
    all: workers,
    /** @param {Lane} lane @param {AbortSignal} gone @returns {Promise<Worker>} */
    take: (lane, gone) =>
      new Promise((give, reject) => {
        const entry = { lane, give };
        waiting.push(entry);
        gone.addEventListener('abort', () => {
          const place = waiting.indexOf(entry);
          if (place >= 0) waiting.splice(place, 1);
          reject(gone.reason);
        });
        handOut();
      }),
    /** @param {Worker} worker */
    giveBack(worker) {
      withBulk.delete(worker);
      free.push(worker);
      handOut();
    },
  };
}

function oneByOne() {
  /** @type {Promise<unknown>} */
  let tail = Promise.resolve();
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  return (work) => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  };
}

/** The body; parameters too long for a URL come with the query as a form and are moved to where the short ones are.
 * @param {import('node:http').IncomingMessage} request @param {URLSearchParams} search @returns {Promise<Buffer>} */
async function queryOf(request, search) {
  const body = await bodyOf(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  for (const [name, value] of form) if (name !== 'query') search.set(name, String(value));
  return Buffer.from(String(form.get('query') ?? ''));
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<Buffer>} */
async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw Object.assign(new Error('Code: 307. DB::Exception: The request is too large. (TOO_MANY_BYTES)'), { clickhouseCode: 307 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @param {import('chdb').ChdbResult} result */
const summaryOf = ({ rowsRead, bytesRead }) => ({ read_rows: rowsRead, read_bytes: bytesRead });

/** @param {import('node:http').ServerResponse} response @param {Uint8Array | null} bytes @param {Record<string, number>} summary */
function finish(response, bytes, summary) {
  const texts = Object.fromEntries(Object.entries(summary).map(([name, value]) => [name, String(value)]));
  response.setHeader('x-clickhouse-summary', JSON.stringify(texts));
  response.end(bytes ?? undefined);
}

/** @param {import('node:http').ServerResponse} response @param {any} error */
function failWith(response, error) {
  if (response.headersSent) return response.destroy();
  const message = String(error?.message ?? error);
  const code = error?.clickhouseCode ?? Number(/^Code: (\d+)\. /.exec(message)?.[1] ?? 1002);
  const plain = /^Code: \d+\. DB::Exception: /.exec(message)?.[0].length ?? 0;
  fail(response, code === 60 || code === 81 ? 404 : 500, code, message.slice(plain) || 'unknown error (UNKNOWN_EXCEPTION)');
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {number} code @param {string} message */
function fail(response, status, code, message) {
  response.writeHead(status, { 'x-clickhouse-exception-code': String(code) });
  response.end(`Code: ${code}. DB::Exception: ${message}\n`);
}

/** @param {string} value */
const literal = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
