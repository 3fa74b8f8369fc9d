import { demoInBrowser } from '../../support/demo-in-browser.ts';

export const site = demoInBrowser(['--followers', '300', '--days', '3']);
