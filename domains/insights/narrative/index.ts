export { sentences, type Sentence, type Told } from './sentences.ts';
