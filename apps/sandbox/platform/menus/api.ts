import type { MenuButton } from '../../world.ts';
import { fail } from '../errcodes/error.ts';
import type { Api } from '../http/define.ts';
import { OK } from '../http/define.ts';
import { neededText, objectAt } from '../http/read.ts';
import { nextId } from '../platform.ts';
import { findPerson } from '../users/people.ts';
import { checkDomains, menuOf, readButtons, readRule } from './menus.ts';

/** menu/get gives every button a `sub_button` list; get_current_selfmenu_info wraps it in an object (contract 7). */
const asList = (button: MenuButton): Record<string, unknown> => ({ ...button, sub_button: (button.sub_button ?? []).map(asList) });
const asObject = (button: MenuButton): Record<string, unknown> =>
  button.sub_button ? { name: button.name, sub_button: { list: button.sub_button } } : { ...button };

export const menuApis: readonly Api[] = [
  {
    path: '/cgi-bin/menu/create', method: 'POST', right: 'menu', strictText: true,
    handle({ platform, account, body }) {
      account.menus.button = readButtons(body['button'], account.settings.miniPrograms);
      account.menus.id = String(nextId(platform.state, 'menuId'));
      return OK;
    },
  },
  {
    path: '/cgi-bin/menu/get', method: 'GET', right: 'menu',
    handle({ account: { menus } }) {
      if (!menus.button) return fail(46003);
      const conditional = menus.conditional.map((menu) => ({
        button: menu.button.map(asList), matchrule: menu.rule, menuid: Number(menu.id),
      }));
      return {
        menu: { button: menus.button.map(asList), ...(conditional.length > 0 && { menuid: Number(menus.id) }) },
        ...(conditional.length > 0 && { conditionalmenu: conditional }),
      };
    },
  },
  {
    path: '/cgi-bin/menu/delete', method: 'GET', right: 'menu',
    handle({ account }) {
      Object.assign(account.menus, { button: null, id: null, conditional: [] });
      return OK;
    },
  },
  {
    path: '/cgi-bin/get_current_selfmenu_info', method: 'GET',
    handle: ({ account: { menus } }) => ({
      is_menu_open: menus.button ? 1 : 0,
      ...(menus.button && { selfmenu_info: { button: menus.button.map(asObject) } }),
    }),
  },
  {
    path: '/cgi-bin/menu/addconditional', method: 'POST', right: 'menu', strictText: true,
    handle({ platform, account, body }) {
      if (!account.menus.button) fail(65303);
      const rule = readRule(objectAt(body, 'matchrule', 65304));
      const button = readButtons(body['button'], account.settings.miniPrograms);
      checkDomains(button);
      const id = String(nextId(platform.state, 'menuId'));
      account.menus.conditional.push({ id, button, rule });
      return { menuid: id };
    },
  },
  {
    path: '/cgi-bin/menu/delconditional', method: 'POST', right: 'menu',
    handle({ account: { menus }, body }) {
      const id = neededText(body, 'menuid', 65301);
      if (!menus.conditional.some((menu) => menu.id === id)) fail(65301);
      menus.conditional = menus.conditional.filter((menu) => menu.id !== id);
      return OK;
    },
  },
  {
    path: '/cgi-bin/menu/trymatch', method: 'POST', right: 'menu',
    handle({ account, body }) {
      const person = findPerson(account.people, neededText(body, 'user_id', 65302)) ?? fail(65302);
      const menu = menuOf(account.menus, person) ?? fail(46003);
      return { button: menu.button.map(asList) };
    },
  },
];
