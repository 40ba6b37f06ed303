// Loaded first: whatever a program asks for, it listens on 127.0.0.1 only.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (first, second, ...rest) {
  if (first && typeof first === 'object' && first.port !== undefined) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, second, ...rest);
  }
  if (typeof first === 'number' || /^\d+$/.test(String(first))) {
    const callback = [second, ...rest].find((it) => typeof it === 'function');
    return listen.call(this, { port: Number(first), host: '127.0.0.1' }, callback);
  }
  return listen.call(this, first, second, ...rest);
};
