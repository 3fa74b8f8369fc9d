export { benchmarkOf } from './compare.ts';
export { sentences, type Sentence, type Told } from './sentences.ts';
