import { call, leave, type Result } from '../../api/client';
import { wordsOf } from '../../i18n/words';
import { page } from '../../lib/page';
import { copy, forgetEverything, hasPhoneButton, say } from '../../platform/wx';

type Me = Result<'get', '/me'>;
type Field = Me['groups'][number]['fields'][number];

interface Shown {
  key: string;
  name: string;
  type: Field['type'];
  value: string;
  known: boolean;
  mayChange: boolean;
  hasButton: boolean;
}

page('data', {
  data: {
    groups: [] as { name: string; fields: Shown[] }[],
    consents: [] as { purpose: string; name: string; text: string; given: boolean }[],
    /** The field that is open, and what stands in it. */
    editing: '',
    typed: '',
    choices: [] as { id: string; name: string; chosen: boolean }[],
    confirm: '',
  },
  me: null as Me | null,

  async load() {
    this.show(await call('get', '/me'));
  },

  show(me: Me) {
    this.me = me;
    const t = wordsOf('data');
    const said = ({ value, choices }: Field): string => {
      const names = (Array.isArray(value) ? value : value === null ? [] : [value]).map((one) => choices.find(({ id }) => id === one)?.name ?? one);
      return names.join(t.separate) || t.unknown;
    };
    this.setData({
      groups: me.groups.map(({ name, fields }) => ({ name, fields: fields.map((field) => ({
        key: field.key, name: field.name, type: field.type, value: said(field), known: field.value !== null, mayChange: field.mayChange, hasButton: field.type === 'phone' && hasPhoneButton(),
      })).filter(({ known, mayChange, hasButton }) => known || mayChange || hasButton) })),
      consents: me.consents.map(({ purpose, name, text, given }) => ({ purpose, name, text, given: given === true })),
    });
  },

  fieldOf(key: string): Field {
    const fields: Field[] = this.me!.groups.flatMap((group) => group.fields);
    return fields.find((field) => field.key === key)!;
  },

  edit({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const key = String(currentTarget.dataset['key']);
    const { mayChange, type, value, choices }: Field = this.fieldOf(key);
    if (!mayChange) return;
    const chosen = Array.isArray(value) ? value : [value];
    // What is shown masked cannot be typed on: it is told anew.
    const typed = type === 'text' || type === 'number' ? String(value ?? '') : '';
    this.setData({ editing: this.data.editing === key ? '' : key, typed, choices: choices.map(({ id, name }) => ({ id, name, chosen: chosen.includes(id) })) });
  },

  type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) { this.setData({ typed: detail.value }); },

  pick({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id']);
    const several = this.fieldOf(this.data.editing).type === 'choices';
    this.setData({ choices: this.data.choices.map((choice) => ({ ...choice, chosen: choice.id === id ? !choice.chosen : several && choice.chosen })) });
  },

  save() {
    const { editing, typed, choices } = this.data;
    const { type } = this.fieldOf(editing);
    const chosen = choices.filter((choice) => choice.chosen).map(({ id }) => id);
    const value = type === 'choices' ? chosen : type === 'choice' ? (chosen[0] ?? '') : typed.trim();
    this.correct(value.length === 0 ? null : value);
  },

  clear() { this.correct(null); },

  correct(value: string | string[] | null) {
    void this.act(async () => {
      this.show(await call('put', '/me/profile', { body: { values: { [this.data.editing]: value } } }));
      this.setData({ editing: '' });
    });
  },

  /** Of WeChat's button: it has proved the number. Without a code they did not agree. */
  tellPhone({ detail }: WechatMiniprogram.CustomEvent<{ code?: string }>) {
    const { code } = detail;
    if (code === undefined) return;
    void this.act(async () => { this.show(await call('put', '/me/phone', { body: { code } })); });
  },

  /** The other way than it stands. */
  agree({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const shown = this.me!.consents.find(({ purpose }) => purpose === currentTarget.dataset['purpose'])!;
    void this.act(async () => {
      try {
        await call('put', '/me/consents/{purpose}', { path: { purpose: shown.purpose }, body: { given: shown.given !== true, version: shown.version } });
      } finally {
        this.show(await call('get', '/me'));
      }
    });
  },

  takeCopy() {
    void this.act(async () => {
      copy(JSON.stringify(await call('get', '/me/copy'), null, 2));
      say(wordsOf('data').copied);
    });
  },

  typeConfirm({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) { this.setData({ confirm: detail.value }); },

  erase() {
    void this.act(async () => {
      await call('post', '/me/erasure', { body: { confirm: this.data.confirm } });
      forgetEverything();
      leave();
      // Whoever goes on from here comes in anew, so nobody is taken there.
      this.end(wordsOf('data').erased);
    });
  },
});
