import { createMiniPrograms } from './mini-program.js';

/**
 * A follower's phone: chooses an account and a person, does what people do, shows what the phone shows.
 * Talks to the sandbox's control API only.
 */
const texts = {
  zh: {
    title: '沙箱手机', language: 'English', intro: '在这里扮演一位关注者：扫码、关注、点菜单、写消息、读文章。您所做的一切会像真实微信一样推送给公众号。',
    account: '公众号', person: '您是', newPerson: '新建一位微信用户', ways: '找到公众号', source: '关注来源', follow: '关注', unfollow: '取消关注',
    code: '带参二维码', scan: '扫这个码', send: '发送', image: '发图片', location: '发位置', following: '已关注', notFollowing: '未关注',
    write: '写点什么', noCode: '还没有二维码', nobody: '请先新建一位微信用户', choose: '请选择', dropped: '现在做不了这件事', empty: '还没有消息',
    tap: '点了', picture: '图片', place: '位置', readMore: '查看详情', failed: '沙箱没有应答', noAccount: '沙箱里还没有公众号', deleted: '（已删除）',
    time: '时间', pass1: '过 1 天', pass3: '过 3 天', pass7: '过 7 天', passing: '时间正在流逝……',
    mini: '小程序', noMini: '还没有小程序',
  },
  en: {
    title: 'Sandbox phone', language: '中文', intro: 'Be a follower here: scan, follow, tap the menu, write, read. Whatever you do is pushed to the account as WeChat would push it.',
    account: 'Official account', person: 'You are', newPerson: 'New WeChat user', ways: 'Find the account', source: 'Source of the follow', follow: 'Follow', unfollow: 'Unfollow',
    code: 'QR code with a scene', scan: 'Scan this code', send: 'Send', image: 'Send a picture', location: 'Send a place', following: 'Following', notFollowing: 'Not following',
    write: 'Write something', noCode: 'No code yet', nobody: 'Make a WeChat user first', choose: 'Choose', dropped: 'That cannot be done now', empty: 'No messages yet',
    tap: 'tapped', picture: 'picture', place: 'place', readMore: 'Details', failed: 'The sandbox does not answer', noAccount: 'No account in this sandbox yet', deleted: ' (deleted)',
    time: 'Time', pass1: 'Pass 1 day', pass3: 'Pass 3 days', pass7: 'Pass 7 days', passing: 'Time is passing…',
    mini: 'Mini programs', noMini: 'No mini program yet',
  },
};
const scenes = {
  ADD_SCENE_SEARCH: ['搜一搜', 'Search'], ADD_SCENE_PROFILE_CARD: ['名片分享', 'Shared card'], ADD_SCENE_PROFILE_LINK: ['文章内名称', 'Name in an article'],
  ADD_SCENE_WECHAT_ADVERTISEMENT: ['微信广告', 'WeChat ads'], ADD_SCENE_PAID: ['支付后关注', 'After payment'], ADD_SCENE_WXA: ['小程序', 'Mini program'],
  ADD_SCENE_CHANNELS: ['视频号', 'Channels'], ADD_SCENE_REPRINT: ['他人转载', 'Repost'], ADD_SCENE_OTHERS: ['其他', 'Other'],
};
const COOKIE = 'qingniao_play_as';
const POLL = 1500;

const by = (id) => document.getElementById(id);
const state = {
  language: localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  accounts: [], programs: [], appid: null, people: [], openid: null, person: null, codes: [], menu: null, shown: '',
};
const say = (key) => texts[state.language][key];

async function ask(path, body, method = 'POST') {
  const answer = await fetch(`/sandbox/${path}`, body === undefined ? {} : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error ?? answer.status);
  return json;
}

function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  if (properties.testid) node.dataset.testid = properties.testid;
  node.append(...children);
  return node;
}

function complain(message) {
  by('problem').textContent = message;
  by('problem').hidden = !message;
}

const miniPrograms = createMiniPrograms({ ask, make, language: () => state.language, people: () => state.people, closed: () => refresh() });

/** Opens a mini program as the chosen person; `target`: path, scene. */
async function openMini(appid, target) {
  const account = state.programs.find((program) => program.appid === appid);
  if (!state.openid) return complain(say('nobody'));
  if (!account) return complain(say('noMini'));
  try {
    await miniPrograms.show({ account, openid: state.openid, ...target });
    complain('');
  } catch (error) {
    complain(error.message || say('failed'));
  }
}

function showPrograms() {
  const shown = JSON.stringify([state.programs, state.language]);
  if (by('mini-programs').dataset.shown === shown) return;
  by('mini-programs').dataset.shown = shown;
  by('mini-programs').replaceChildren(...(state.programs.length > 0
    ? state.programs.map(({ appid, name }) => make('button', { type: 'button', textContent: name, testid: 'open-mini', onclick: () => openMini(appid, { scene: 1089 }) }))
    : [make('p', { className: 'note', textContent: say('noMini') })]));
}

/** Does one act; the answer comes when the account's server has answered. */
async function act(kind, fields = {}) {
  if (!state.openid) return complain(say('nobody'));
  try {
    const { done } = await ask('acts', { kind, appid: state.appid, openid: state.openid, ...fields });
    complain(done ? '' : say('dropped'));
  } catch (error) {
    complain(error.message || say('failed'));
  }
  await refresh();
}

/** Leaves a list alone that has not changed: somebody may have it open. */
function fill(select, options, chosen, none) {
  const shown = JSON.stringify([options, none]);
  if (select.dataset.shown !== shown) setOptions(select, options, none);
  select.dataset.shown = shown;
  if (chosen) select.value = chosen;
}

function setOptions(select, options, none) {
  select.replaceChildren(...(options.length > 0 ? options : [['', none]]).map(([value, label]) => make('option', { value, textContent: label })));
  select.disabled = options.length === 0;
}

function showTexts() {
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = say(node.dataset.text);
  by('language').textContent = say('language');
  by('text').placeholder = say('write');
  by('text').setAttribute('aria-label', say('write'));
  const column = state.language === 'zh' ? 0 : 1;
  fill(by('scene'), Object.entries(scenes).map(([value, names]) => [value, names[column]]), by('scene').value);
  state.shown = '';
}

function showPeople() {
  fill(by('account'), state.accounts.map((account) => [account.appid, account.name]), state.appid, say('noAccount'));
  const label = (person) => `${person.name} · ${say(person.subscribed ? 'following' : 'notFollowing')}`;
  // Nobody is chosen for you: the first entry asks.
  const people = state.people.map((person) => [person.openid, label(person)]);
  fill(by('person'), state.openid || people.length === 0 ? people : [['', say('choose')], ...people], state.openid, say('nobody'));
  fill(by('code'), state.codes.map((code) => [code.ticket, String(code.scene)]), by('code').value, say('noCode'));
  const image = by('code-image');
  const ticket = by('code').value;
  image.hidden = !ticket;
  if (ticket) image.src = `/cgi-bin/showqrcode?ticket=${encodeURIComponent(ticket)}`;
}

/** Days pass only where a demo drives the clock; until it has, nothing else can be asked for. */
function showTime({ now, mode, wanted }) {
  const passing = mode === 'stepped' || wanted !== null;
  by('clock').textContent = passing ? `${clock().format(now)} · ${say('passing')}` : clock().format(now);
  for (const button of document.querySelectorAll('[data-days]')) button.disabled = passing;
}

const clock = () => new Intl.DateTimeFormat(state.language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Text of the account may hold links; nothing else of it is markup. */
function linked(text) {
  const holder = make('span');
  const pattern = /<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    holder.append(text.slice(from, match.index), link(match[1], match[2]));
    from = match.index + match[0].length;
  }
  holder.append(text.slice(from));
  return holder;
}
const isWeb = (url) => /^https?:\/\//.test(url ?? '');
const link = (url, text) => (isWeb(url) ? make('a', { href: url, textContent: text, target: '_blank', testid: 'chat-link' }) : make('span', { textContent: text }));

function articleCard(articles) {
  return make('div', { className: 'card', testid: 'articles' }, ...articles.map((article) => {
    const node = make('a', { className: 'article', target: '_blank', testid: 'article-link', textContent: article.title + (article.deleted ? say('deleted') : '') });
    if (isWeb(article.url)) node.href = article.url;
    return node;
  }));
}

function noticeCard(content) {
  const data = content.data ?? {};
  const text = (content.text ?? '').replace(/\{\{(\w+)\.DATA\}\}/g, (_, name) => data[name] ?? '') || Object.values(data).join('\n');
  const card = make('div', { className: 'card', testid: 'template' }, make('h3', { textContent: content.title ?? '' }), make('p', { textContent: text.trim() }));
  if (isWeb(content.url)) card.append(make('p', {}, link(content.url, say('readMore'))));
  return card;
}

function choices(content) {
  const buttons = (content.list ?? []).map((item) => make('button', {
    type: 'button', textContent: item.content, testid: 'msgmenu-item',
    onclick: () => act('write', { message: { type: 'text', content: item.content, menuItem: item.id } }),
  }));
  return make('div', { className: 'bubble account', testid: 'msgmenu' }, content.head_content ?? '', make('div', { className: 'options' }, ...buttons), content.tail_content ?? '');
}

function item({ from, kind, content }) {
  if (kind === 'notice') return make('div', { className: 'bubble notice', testid: 'notice', textContent: content.text });
  if (kind === 'tap') return make('div', { className: 'bubble tap', testid: 'tap', textContent: `${say('tap')} ${content.name}` });
  if (kind === 'template' || kind === 'subscription') return noticeCard(content);
  if (content.articles?.length) return articleCard(content.articles);
  if (content.type === 'msgmenu') return choices(content);
  const text = content.content ?? (content.type === 'location' ? `${say('place')} ${content.label || `${content.latitude}, ${content.longitude}`}` : content.title ?? `[${content.type === 'image' ? say('picture') : content.type}]`);
  return make('div', { className: `bubble ${from}`, testid: from === 'person' ? 'mine' : 'reply' }, from === 'person' ? text : linked(text));
}

function sentCard({ appid, title, path }) {
  return make('button', { type: 'button', className: 'card mini-card', textContent: title, testid: 'mini-card', onclick: () => openMini(appid, { path: path.replace(/^\//, ''), scene: 1007 }) });
}

function showChat(items) {
  const sent = state.openid ? miniPrograms.cardsOf(state.openid) : [];
  const shown = JSON.stringify([items, sent, state.language]);
  if (shown === state.shown) return;
  state.shown = shown;
  const nodes = [];
  let before = -Infinity;
  for (const one of items) {
    if (one.at - before > 300_000) nodes.push(make('div', { className: 'time', textContent: clock().format(one.at) }));
    before = one.at;
    nodes.push(item(one));
  }
  nodes.push(...sent.map(sentCard));
  by('chat').replaceChildren(...(nodes.length > 0 ? nodes : [make('div', { className: 'time', textContent: say('empty') })]));
  by('chat').scrollTop = by('chat').scrollHeight;
}

function tap(button, path) {
  by('sub-menu').hidden = true;
  act('menu', { item: path });
  if (isWeb(button.url) && button.type === 'view') window.open(button.url, '_blank');
  if (button.type === 'miniprogram') openMini(button.appid, { path: button.pagepath, scene: 1035 });
}

function showMenu(buttons) {
  const shown = JSON.stringify(buttons);
  if (shown === state.menu) return;
  state.menu = shown;
  by('sub-menu').hidden = true;
  by('menu').replaceChildren(...(buttons ?? []).map((button, top) => make('button', {
    type: 'button', textContent: button.name, testid: `menu-${top}`,
    onclick: () => (button.sub_button?.length ? openSub(button, top) : tap(button, [top])),
  })));
}

function openSub(button, top) {
  const sheet = by('sub-menu');
  if (!sheet.hidden && sheet.dataset.top === String(top)) {
    sheet.hidden = true;
    return;
  }
  sheet.dataset.top = String(top);
  sheet.replaceChildren(...button.sub_button.map((sub, index) => make('button', {
    type: 'button', textContent: sub.name, testid: `menu-${top}-${index}`, onclick: () => tap(sub, [top, index]),
  })));
  sheet.hidden = false;
}

/** Reads everything again; quiet when nothing has changed. */
async function refresh() {
  try {
    showTime(await ask('clock'));
    const { items } = await ask('accounts');
    state.accounts = items.filter(({ kind }) => kind !== 'miniProgram');
    state.programs = items.filter(({ shop }) => shop?.page);
    showPrograms();
    if (!state.accounts.some((account) => account.appid === state.appid)) state.appid = state.accounts[0]?.appid ?? null;
    if (!state.appid) return showPeople();
    const query = `appid=${state.appid}`;
    const [played, others, codes] = await Promise.all([ask(`followers?${query}&played=1&limit=50`), ask(`followers?${query}&limit=30`), ask(`codes?${query}`)]);
    const mine = new Set(played.items.map((person) => person.openid));
    state.people = [...played.items, ...others.items.filter((person) => !mine.has(person.openid))];
    state.codes = codes.items;
    if (!state.people.some((person) => person.openid === state.openid)) state.openid = played.items[0]?.openid ?? null;
    document.cookie = `${COOKIE}=${state.openid ? encodeURIComponent(state.openid) : ''}; path=/; SameSite=Lax`;
    showPeople();
    by('account-name').textContent = state.accounts.find((account) => account.appid === state.appid).name;
    await refreshPhone(query);
  } catch (error) {
    complain(error.message || say('failed'));
  }
}

async function refreshPhone(query) {
  const following = state.people.find((person) => person.openid === state.openid)?.subscribed ?? false;
  by('state').textContent = state.openid ? say(following ? 'following' : 'notFollowing') : '';
  by('state').className = following ? 'state on' : 'state';
  by('follow').disabled = following || !state.openid;
  by('unfollow').disabled = !following;
  by('scan').disabled = !by('code').value || !state.openid;
  if (!state.openid) {
    showMenu(null);
    return showChat([]);
  }
  const [inbox, menu] = await Promise.all([ask(`inbox?${query}&openid=${state.openid}`), ask(`menu?${query}&openid=${state.openid}`)]);
  showMenu(following ? menu.button : null);
  showChat(inbox.items);
}

by('language').onclick = () => {
  state.language = state.language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('language', state.language);
  showTexts();
  refresh();
};
by('account').onchange = () => {
  state.appid = by('account').value;
  state.openid = null;
  refresh();
};
/** Taking over a simulated follower: from then on they do nothing by themselves. */
by('person').onchange = async () => {
  state.openid = by('person').value;
  await ask(`people/${state.openid}`, { appid: state.appid, played: true }, 'PATCH');
  await refresh();
};
by('code').onchange = showPeople;
async function newPerson() {
  if (!state.appid) await refresh();
  if (!state.appid) return complain(say('noAccount'));
  state.openid = (await ask('people', { appid: state.appid })).openid;
  await refresh();
}
by('new-person').onclick = newPerson;
by('follow').onclick = () => act('follow', { scene: by('scene').value });
by('unfollow').onclick = () => act('unfollow');
by('scan').onclick = () => act('scan', { ticket: by('code').value });
for (const button of document.querySelectorAll('[data-days]')) {
  button.onclick = async () => {
    try {
      showTime(await ask('clock/pass', { days: Number(button.dataset.days) }));
    } catch (error) {
      complain(error.message || say('failed'));
    }
  };
}
by('image').onclick = () => act('write', { message: { type: 'image' } });
by('location').onclick = () => act('write', { message: { type: 'location', latitude: 31.2304, longitude: 121.4737, label: '上海市黄浦区南京西路' } });
by('write').onsubmit = (event) => {
  event.preventDefault();
  const content = by('text').value.trim();
  by('text').value = '';
  if (content) act('write', { message: { type: 'text', content } });
};

/**
 * What the address asks for: `?mini=APPID&path=PAGE&scene=1058` as whoever reads the article with that card,
 * `?open=store` as anybody.
 */
async function openAsAsked() {
  const asked = new URLSearchParams(location.search);
  if (asked.size === 0) return;
  history.replaceState(null, '', '/play');
  if (asked.has('open') && !state.openid) await newPerson();
  const appid = asked.get('mini') ?? state.programs[0]?.appid;
  await openMini(appid, { path: asked.get('path') ?? '', scene: Number(asked.get('scene') ?? 1089) });
}

const reader = document.cookie.split('; ').find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
if (reader && location.search !== '') state.openid = decodeURIComponent(reader);
showTexts();
await refresh();
await openAsAsked();
setInterval(refresh, POLL);
