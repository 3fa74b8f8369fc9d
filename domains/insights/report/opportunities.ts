import { money } from '@qingniao/kernel';
import { stages } from '@qingniao/people';
import { chapters } from '../catalogue.ts';
import type { PlanWeek } from '../planner/progress.ts';
import { bars } from './charts/bars.ts';
import { opposed } from './charts/gains.ts';
import { planLines } from './charts/plan-lines.ts';
import { bigCount, dayWords, exact, monthWords, periodWords, tight } from './format.ts';
import { html, type Html, nothing } from './html.ts';
import { openerPage, type Page } from './pages.ts';
import type { Writing } from './report-input.ts';

/** W-30 to W-32 and the plan of W-07: what the stages are worth, and where the next followers are to come from. */
export function opportunityPages(writing: Writing): Page[] {
  const { say, w, segments, plan, language } = writing;
  const percent = (value: number | null): string => (value === null ? '–' : tight(`${value.toFixed(1)}${language === 'zh' ? '%' : ' %'}`));
  const beyond = segments && segments.people > 0 ? segments.people - segments.rows[0]!.people : null;
  // They are known, and kept from whoever sees aggregates only.
  const lacking = segments === null ? w.stagesWithheld : w.notEnough;
  const three = [
    key(`${w.segmentValue}${ofAll(writing)}`, segments?.totalFen == null ? null : yuan(segments.totalFen), writing.aggregatesOnly ? w.modelledAtEnd : w.modelled, segments?.notes[0] ? say(segments.notes[0]) : lacking),
    key(`${w.beyondLeads}${ofAll(writing)}`, beyond === null ? null : percent((beyond / segments!.people) * 100), beyond === null ? '' : `${exact(beyond)} / ${exact(segments!.people)}`, lacking),
    key(w.planDelta, plan && `+${bigCount(plan.plan.delta, language)}`, plan ? `${plan.name} · +${exact(plan.plan.delta)} · ${w.target} ${exact(plan.plan.target)}` : '', w.noPlan),
  ];
  const shown = [segments && segments.people > 0 ? stageBlock(writing, percent) : nothing, plan ? planBlock(writing) : nothing].filter(({ markup }) => markup !== '');
  // What is still to be stated takes little room: the stages then stand under it.
  const together = segments?.totalFen == null && plan === null;
  const opener = openerPage('opportunities', html`<p class="kicker">${w.threeFigures}</p>${three}${together ? html`<div class="below">${shown}</div>` : null}`, nothing, writing);
  return together || shown.length === 0 ? [opener] : [opener, { head: say(chapters.opportunities), kind: 'shared', body: html`${shown}`, notes: nothing }];
}

/** A person is in one stage of the brand, whichever of its accounts they follow. */
const ofAll = ({ account, w }: Writing): string => (account === null ? '' : ` · ${w.allAccounts}`);

/** An estimate is not known to the fen. */
const yuan = (fen: number): string => money(Math.round(fen / 100) * 100);

const key = (label: string, value: string | null, detail: string, lacking: string): Html =>
  html`<div class="key"><p class="label">${label}</p>${value === null ? html`<p class="lacking">${lacking}</p>` : html`<p class="number${value.length > 9 ? ' long' : ''}">${value}</p><p class="small">${detail}</p>`}</div>`;

function stageBlock(writing: Writing, percent: (value: number | null) => string): Html {
  const { segments, w, say, language } = writing;
  const { rows, notes } = segments!;
  const most = Math.max(...rows.flatMap(({ peoplePercent, moneyPercent }) => [peoplePercent ?? 0, moneyPercent ?? 0]), 1);
  return html`<section class="block"><h3>${w.segmentValue}${ofAll(writing)}</h3><table class="score stages"><thead><tr><th>${w.stage}</th><td>${w.shareOfPeople}</td><td class="bar"></td><td class="left">${w.shareOfMoney}</td><td>${w.value}</td></tr></thead><tbody>${rows.map(({ stage, people, valueFen, lowFen, highFen, peoplePercent, moneyPercent, formula }) =>
    html`<tr><th scope="row">${say(stages[stage])}${valueFen === null ? null : html`<span class="formula">${tight(say(formula))}</span>`}</th><td>${percent(peoplePercent)}<span class="delta">${bigCount(people, language)}</span></td><td class="bar">${opposed(peoplePercent, moneyPercent, most)}</td><td class="left">${percent(moneyPercent)}</td><td>${valueFen === null ? '–' : yuan(valueFen)}${lowFen === null || highFen === null ? null : html`<span class="delta">${w.range(yuan(lowFen), yuan(highFen))}</span>`}</td></tr>`)}</tbody></table>
${notes.map((note) => html`<p class="lacking">${say(note)}</p>`)}</section>`;
}

function planBlock(writing: Writing): Html {
  const { plan, w, say, language } = writing;
  const { plan: { blocks, formulas, assumptions }, name } = plan!;
  return html`<section class="block plan"><h3>${w.plan} · ${name}</h3>${bars(blocks.map((block) => ({
    label: say(block.name), value: block.value, text: `+${exact(block.value)}`,
    detail: `${block.percent === null ? '' : tight(`${block.percent}${language === 'zh' ? '%' : ' %'} · `)}${tight(say(block.formula))}`,
  })))}<p class="formula">${tight(say(formulas.target))}</p>${assumptions.map((text) => html`<p class="lacking">${say(text)}</p>`)}</section>${progressBlock(writing)}`;
}

/** W-07: the plan against what happened, week by week. */
function progressBlock({ plan, w, say, language }: Writing): Html {
  const { from, to, asOf, planned, net, weeks, spread } = plan!.progress;
  if (asOf === null) return nothing;
  const until = dayWords(asOf, language);
  const said = net === null ? w.notEnough : w.plannedAndNet(until, signed(net, language), signed(planned, language));
  // To the end of the last whole day, as the sentence: a week that goes on has today's in it.
  const actual = (week: PlanWeek): number | null => (week.from > asOf ? null : week.to > asOf ? net : week.netTotal);
  const chart = net !== null && weeks.some(({ netTotal }) => netTotal !== null) ? planLines(weeks.map((week) => ({ from: week.from, planned: week.plannedTotal, actual: actual(week) })), {
    planned: `${w.planned} ${signed(weeks.at(-1)!.plannedTotal, language)}`, actual: `${w.actual} ${signed(net, language)}`, month: (month) => monthWords(month, language, month.endsWith('-01')),
  }, said) : null;
  return html`<section class="block"><h3>${w.planAgainstActual}</h3><p class="finding">${tight(said)}</p>${chart}<p class="caption">${periodWords({ from, to }, language)} · ${say(spread)}</p></section>`;
}

const signed = (value: number, language: Writing['language']): string => `${value > 0 ? '+' : ''}${bigCount(value, language)}`;
