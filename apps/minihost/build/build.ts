import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import esbuild, { type Plugin } from 'esbuild';
import { inPackage, type Part, type Project, readProject } from './project.ts';
import { compileStyles } from './styles.ts';
import { compileTemplates } from './templates.ts';

export interface HostBuild {
  /** The mini program: where its app.json is. */
  source: string;
  /** Of packages with a `miniprogram` folder. */
  modules: string;
  out: string;
}

const here = join(import.meta.dirname, '..');
const PICTURES = new Set(['.png', '.jpg', '.jpeg', '.svg', '.webp', '.gif']);

/**
 * Makes a page of a mini program: `index.html`, `assets/` with scripts and styles named by their content, `files/` with its
 * pictures. Templates and WXS become functions here, so that the browser evaluates nothing.
 */
export async function buildHost({ source, modules, out }: HostBuild): Promise<void> {
  const project = readProject(source, modules);
  const compiled = { templates: compileTemplates(project), styles: compileStyles(project) };
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { metafile } = await esbuild.build({
    entryPoints: [{ in: 'minihost:start', out: 'start' }],
    bundle: true, splitting: true, format: 'esm', target: 'es2022', platform: 'browser', minify: true, metafile: true,
    outdir: join(out, 'assets'), entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', assetNames: '[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    // tdesign is written for the compiler of WeChat, which knows no package.json exports.
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [miniProgram(project, compiled, modules)],
  });
  const [script, { cssBundle }] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'minihost:start')!;
  const address = (path: string): string => `/shop/assets/${basename(path)}`;
  const page = readFileSync(join(here, 'src/index.html'), 'utf8').replace('%script%', address(script)).replace('%styles%', address(cssBundle!));
  writeFileSync(join(out, 'index.html'), page);
  copyPictures(project.root, join(out, 'files'));
  compress(join(out, 'assets'));
}

/** The virtual modules the host starts with, and the scripts of the mini program with their names. */
function miniProgram(project: Project, { templates, styles }: { templates: string; styles: string }, modules: string): Plugin {
  const scripts = new Map<string, Part>();
  for (const part of project.parts) scripts.set(scriptOf(part.base), part);
  const app = scriptOf(join(project.root, 'app'));
  const virtual: Record<string, () => { contents: string; loader: 'js' | 'css' | 'json'; resolveDir: string }> = {
    start: () => ({
      loader: 'js', resolveDir: here,
      contents: `
        import './src/host.css';
        import 'minihost:styles';
        import { start } from './src/main.ts';
        import project from 'minihost:project';
        import templates from 'minihost:templates';
        // Last, when what its scripts are written for is there.
        start({ project, templates, load: () => import('minihost:program') });`,
    }),
    program: () => ({ loader: 'js', resolveDir: here, contents: [app, ...scripts.keys()].map((path) => `import ${JSON.stringify(path)};`).join('\n') }),
    project: () => ({ loader: 'json', resolveDir: here, contents: JSON.stringify({ app: project.app, parts: project.parts.map(({ path, kind, config, scope }) => ({ path, kind, config, scope })) }) }),
    templates: () => ({ loader: 'js', resolveDir: here, contents: `export default ${templates};` }),
    styles: () => ({ loader: 'css', resolveDir: project.root, contents: styles }),
  };
  return {
    name: 'mini-program',
    setup(build) {
      build.onResolve({ filter: /^minihost:/ }, ({ path }) => ({ path: path.slice('minihost:'.length), namespace: 'minihost', sideEffects: true }));
      build.onLoad({ filter: /.*/, namespace: 'minihost' }, ({ path }) => virtual[path]!());
      // Packages carry what they need with them, as WeChat's own tools build it.
      build.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
        for (let folder = dirname(importer); folder.startsWith(modules); folder = dirname(folder)) {
          const carried = join(folder, 'miniprogram_npm', path, 'index.js');
          if (existsSync(carried)) return { path: carried };
        }
        const base = inPackage(modules, path);
        return base && existsSync(`${base}.js`) ? { path: `${base}.js` } : null;
      });
      // The definition a script makes is known by the script's name.
      build.onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
        const part = scripts.get(path);
        if (!part) return null;
        return { contents: `__defining(${JSON.stringify(part.path)});\n${readFileSync(path, 'utf8')}`, loader: extname(path) === '.ts' ? 'ts' : 'js' };
      });
    },
  };
}

function scriptOf(base: string): string {
  const found = [`${base}.ts`, `${base}.js`].find(existsSync);
  if (!found) throw new Error(`${base} has no script`);
  return found;
}

function copyPictures(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, encoding: 'utf8' }))
    if (PICTURES.has(extname(entry))) cpSync(join(from, entry), join(to, entry));
}

/** As the console's files, so that the server compresses nothing. */
function compress(folder: string): void {
  for (const entry of readdirSync(folder)) {
    const path = join(folder, entry);
    if (statSync(path).size > 1024) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}
