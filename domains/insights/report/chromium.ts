import { execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { conflict, unavailable } from '@qingniao/kernel';

/** Makes a PDF of a document that needs nothing from anywhere. */
export interface PdfPrinter {
  /** Whether there is a Chromium to print with. */
  ready(): boolean;
  /** @throws Problem pdf_unavailable (409) without a Chromium */
  require(): void;
  /** @throws Problem pdf_unavailable (409) without a Chromium, pdf_failed (503) when it does not finish */
  print(html: string): Promise<Buffer>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const TIME_LIMIT_MS = 60_000;

/** The one that was set, else the first on PATH; null where there is none. */
export function findChromium(setting: string | null): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return (setting === null ? NAMES.flatMap((name) => folders.map((folder) => join(folder, name))) : [setting]).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How to come by one, for the report and for `doctor`. */
export const withoutChromium = {
  zh: '未找到 Chromium，无法生成 PDF。请安装（如 apt install chromium 与 fonts-noto-cjk），或用 QINGNIAO_CHROMIUM 指明其路径；也可打开网页版报告后用浏览器打印。',
  en: 'No Chromium was found to make a PDF with. Install one (apt install chromium fonts-noto-cjk), or name it in QINGNIAO_CHROMIUM; or open the report as a page and print it from your browser.',
};

/** One document at a time: a Chromium takes some hundred megabytes. */
export function createPdfPrinter(setting: string | null): PdfPrinter {
  let last: Promise<unknown> = Promise.resolve();
  const chromiumOrThrow = (): string => {
    const found = findChromium(setting);
    if (found === null) throw conflict('pdf_unavailable', withoutChromium);
    return found;
  };
  return {
    ready: () => findChromium(setting) !== null,
    require: () => void chromiumOrThrow(),
    print: async (html) => {
      const chromium = chromiumOrThrow();
      const printed = last.then(() => printWith(chromium, html));
      last = printed.catch(() => undefined);
      return printed;
    },
  };
}

/** In a folder of its own which is gone afterwards, as an unprivileged user where we may choose one. */
async function printWith(chromium: string, html: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'qingniao-report-'));
  const user = unprivilegedUser();
  try {
    const [page, pdf] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    writeFileSync(page, html);
    if (user) for (const path of [folder, page]) chownSync(path, user.uid, user.gid);
    // Containers often allow it no sandbox; the document forbids itself scripts, and names nothing to fetch.
    const run = (more: readonly string[]) => runChromium(chromium, [...flags(folder), ...more, `--print-to-pdf=${pdf}`, `file://${page}`], folder, user);
    const rootless = process.getuid?.() !== 0 || user !== null;
    if (!rootless || !(await run([]))) await run(['--no-sandbox']);
    return readFileSync(pdf);
  } catch (cause) {
    throw unavailable('pdf_failed', { zh: '生成 PDF 未完成，请稍后再试，或打开网页版报告后用浏览器打印。', en: 'The PDF was not finished. Try again later, or open the report as a page and print it from your browser.' }, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const flags = (folder: string): string[] => [
  '--headless=new', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-extensions', '--disable-background-networking', '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND', '--no-pdf-header-footer', `--user-data-dir=${join(folder, 'profile')}`,
];

interface User {
  uid: number;
  gid: number;
}

/** `nobody` under root; null: as ourselves. */
function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return null;
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** Ends with the time limit, its children with it. @returns whether it went well */
function runChromium(chromium: string, args: readonly string[], home: string, user: User | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(chromium, args, { stdio: 'ignore', detached: true, cwd: home, env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home, LANG: 'C.UTF-8' }, ...user });
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // All of it has ended already.
      }
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Chromium took longer than ${TIME_LIMIT_MS / 1000} s`));
    }, TIME_LIMIT_MS);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      end();
      resolve(code === 0);
    });
  });
}
