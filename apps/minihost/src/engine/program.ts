import { addGlobalErrorListener } from 'glass-easel';
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace, type types } from 'glass-easel-miniprogram-adapter';
import { registerNatives } from '../native/index.ts';
import type { Project, Templates } from '../project.ts';
import { PhoneBackend } from './backend.ts';

type Definition = types.GeneralComponentDefinition & Record<string, unknown>;
export type AppInstance = Record<string, unknown> & { onLaunch?(options: object): void; onShow?(options: object): void; onHide?(): void; onError?(error: string): void; onPageNotFound?(options: object): void };

export interface Program {
  space: CodeSpace;
  backend: AssociatedBackend;
  /** What app.ts gave to App(). */
  app(): AppInstance;
}

/** The globals of a mini program; `wx` is the host's. */
interface Globals {
  App(app: AppInstance): void;
  getApp(): AppInstance;
  Page(definition: Record<string, unknown>): void;
  Component(definition: Definition): void;
  Behavior(definition: Definition): unknown;
  getCurrentPages(): unknown[];
  wx: object;
  /** Called by the build at the beginning of each script that defines something. */
  __defining(path: string): void;
}

/** Where a mini program’s scripts find what they are written for; load them afterwards. */
export function createProgram(project: Project, templates: Templates, given: Pick<Globals, 'wx' | 'getCurrentPages'>): Program {
  // An error in a page must be heard, by its developer and by tests.
  addGlobalErrorListener((error) => {
    reportError(error instanceof Error ? error : new Error(String(error)));
  });
  const environment = new MiniProgramEnv();
  const space = environment.createCodeSpace('', true);
  registerNatives(space.getComponentSpace(), templates);
  for (const { path, config, scope } of project.parts) {
    space.addComponentStaticConfig(path, config as Parameters<CodeSpace['addComponentStaticConfig']>[1]);
    space.addStyleSheet(path, undefined, scope ?? undefined);
    space.addCompiledTemplate(path, { groupList: templates, content: templates[path]! });
  }
  let app: AppInstance = {};
  let current = '';
  /** Behaviors of WeChat itself; forms are not among what this host does. */
  const builtIn = new Map([...['wx://form-field', 'wx://form-field-button', 'wx://component-export'].map((name) => [name, space.behavior().register()] as const)]);
  const known = (definition: Definition): Definition => ({
    ...definition,
    behaviors: definition.behaviors?.map((behavior) => {
      if (typeof behavior !== 'string') return behavior;
      const found = builtIn.get(behavior);
      if (!found) throw new Error(`${current}: the behavior ${String(behavior)} is not in this host`);
      return found as typeof behavior;
    }),
  });
  const globals: Globals = {
    ...given,
    App: (defined) => { app = defined; },
    getApp: () => app,
    Page: (definition) => { space.component(current).pageDefinition(definition as never).register(); },
    Component: (definition) => { space.component(current).definition(known(definition)).register(); },
    Behavior: (definition) => space.behavior().definition(known(definition)).register(),
    __defining: (path) => { current = path; },
  };
  Object.assign(globalThis, globals);
  return { space, backend: environment.associateBackend(new PhoneBackend()), app: () => app };
}

