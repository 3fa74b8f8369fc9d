import { demoInBrowser } from '../../support/demo-in-browser.ts';

export const site = demoInBrowser(['--followers', '400', '--days', '60']);
