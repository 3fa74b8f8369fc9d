import type { Words } from '../words.ts';
import type { account as zh } from '../zh/account.ts';

export const account: Words<typeof zh> = {
  noBrand: 'You are not on any brand yet. Ask the owner of your brand.',
  profile: 'Profile',
  password: 'Password',
  passwordNote: 'Changing it signs out every other device.',
  currentPassword: 'Current password',
  changePassword: 'Change password',
  passwordChanged: 'The password was changed.',
  sessions: 'Where you are signed in',
  here: 'This device',
  end: 'Sign out',
  endOthers: 'Sign out everywhere else',
};
