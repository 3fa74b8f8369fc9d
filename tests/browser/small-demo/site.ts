import { demoInBrowser } from '../../support/demo-in-browser.ts';

export const site = demoInBrowser(['--followers', '60', '--days', '2']);
