export * from './clock.ts';
export * from './config.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './log.ts';
export * from './money.ts';
export * from './secrets.ts';
export * from './time.ts';
