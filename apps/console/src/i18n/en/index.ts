import { account } from './account.ts';
import { accounts, menu, replies } from './accounts.ts';
import { audience } from './audience.ts';
import { common } from './common.ts';
import { contacts } from './contacts.ts';
import { content } from './content.ts';
import { door } from './door.ts';
import { experiments } from './experiments.ts';
import { home } from './home.ts';
import { insights } from './insights.ts';
import { panel } from './panel.ts';
import { proof } from './proof.ts';
import { pushes } from './pushes.ts';
import { recruitment } from './recruitment.ts';
import { reports } from './reports.ts';
import { settings } from './settings.ts';
import { activity, status } from './status.ts';

export const en = { ...common, account, accounts, activity, audience, contacts, content, door, experiments, home, insights, menu, panel, proof, pushes, recruitment, replies, reports, settings, status };
