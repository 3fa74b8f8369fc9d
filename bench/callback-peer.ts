import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import wechat from 'wechat';
import { testAsset } from '../domains/activity/testing.ts';
import { answer } from './child.ts';

/** The usual way in Node, as its README shows it: verifies, decrypts, parses, answers, stores nothing. */
const asset = testAsset('bench');
const app = express();
app.use(express.query({}));
app.use(
  '/wechat',
  wechat({ token: asset.token, appid: asset.appid, encodingAESKey: asset.aesKeys[0]!, checkSignature: true }, (_request, response) => response.reply('')),
);
const server = createServer(app).listen(0, '127.0.0.1');

answer({ port: () => (server.address() as AddressInfo).port, stop: () => server.close() });
