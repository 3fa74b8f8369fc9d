import { createPages, readUrl, writeUrl, type Pages } from './engine/pages.ts';
import { createProgram } from './engine/program.ts';
import { createDialogs } from './frame/dialogs.ts';
import { make } from './frame/dom.ts';
import { createFrame } from './frame/frame.ts';
import { words } from './frame/words.ts';
import type { Project, Templates } from './project.ts';
import { inBrowser, isWeChat, type Outside } from './wechat/in-browser.ts';
import { inFrame } from './wechat/in-frame.ts';
import type { WeChat } from './wechat/wechat.ts';
import { createWx } from './wx/index.ts';

interface Given {
  project: Project;
  templates: Templates;
  /** Runs the scripts of the program. */
  load(): Promise<unknown>;
}

/** What the server wrote into the head: who may play WeChat around this page, and how people sign in without. */
interface Settings {
  /** Where the program’s pages are: `/shop/1/`. */
  base: string;
  frames: string[];
  outside: Outside | null;
}

export async function start({ project, templates, load }: Given): Promise<void> {
  const settings = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name=shop]')!.content) as Settings;
  const { base } = settings;
  const asked = readUrl(`/${location.pathname.slice(base.length)}${location.search}`, '');
  const wechat = await findWeChat(settings, { path: asked.route, query: asked.query });
  if (!wechat) return;

  // Whoever shows this page in a frame has a way to close it beside the menu.
  document.body.classList.toggle('host-framed', parent !== window);
  const frame = createFrame(project);
  let pages: Pages | null = null;
  const wx = createWx({ wechat, frame, dialogs: createDialogs(frame), pages: () => pages! });
  const program = createProgram(project, templates, { wx, getCurrentPages: () => pages!.instances() });
  pages = createPages(project, program, frame, base);
  await load();

  const app = program.app();
  // A card may be older than the pages it leads to.
  const open = ({ path, query }: { path: string; query: Record<string, string> }): void => pages.restart(`/${writeUrl(project.app.pages.includes(path) ? path : project.app.pages[0]!, query)}`);
  app.onLaunch?.(wechat.launch);
  app.onShow?.(wechat.launch);
  open(wechat.launch);
  wechat.onShow((launch) => {
    app.onShow?.(launch);
    open(launch);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      pages.hide();
      app.onHide?.();
    } else {
      app.onShow?.(wechat.launch);
      pages.show();
    }
  });
}

async function findWeChat({ frames, outside }: Settings, asked: { path: string; query: Record<string, string> }): Promise<WeChat | null> {
  // Of the console, which stands at the same address, or of a sandbox.
  if (parent !== window) return inFrame([location.origin, ...frames]);
  if (!outside) return tell(words.noShop);
  // Elsewhere WeChat would say the same on a page of its own.
  if (!isWeChat && new URL(outside.authorize).hostname === 'open.weixin.qq.com') return tell(words.inWeChat);
  return inBrowser(outside, asked);
}

/** In place of the shop. */
function tell(sentence: string): null {
  document.body.append(make('p', 'host-word', sentence));
  return null;
}
