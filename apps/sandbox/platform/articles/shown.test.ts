import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyOf } from '../../operator/article-body.ts';
import { coverOf } from '../../operator/cover.ts';
import { readPopulation } from '../../population/index.ts';
import { shownBy } from './shown.ts';

const population = readPopulation(JSON.parse(readFileSync(new URL('../../../../populations/luxury-2020.json', import.meta.url), 'utf8')));

test('readers see of every article, and of both sides of every test, what the brand made it of', () => {
  const sides = population.pushes.tests.flatMap(({ control, treatment }) => [control.elements, treatment.elements]);
  const articles = [...population.articles, ...sides.map((elements) => ({ ...population.articles[0]!, elements }))];
  expect(articles.length).toBeGreaterThan(60);
  for (const article of articles) {
    const { link, button, screen, ...rest } = article.elements;
    const content = bodyOf(article, link === 'none' ? null : 'https://brand.example/l/1');
    const cover = Buffer.from(coverOf(article.title, article.elements.teaser), 'base64');
    expect(shownBy({ content }, cover)).toEqual(link === 'none' ? rest : { ...rest, link, ...(button === undefined ? {} : { button }), screen });
  }
});

test('of anybody else’s article they see nothing of that', () => {
  expect(shownBy({ content: '<p>正文</p><section class="button"><a href="https://a.example">看</a></section>' }, undefined)).toEqual({});
  expect(shownBy({ content: '' }, Buffer.from([0xff, 0xd8, 0xff]))).toEqual({});
});
