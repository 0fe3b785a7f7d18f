declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  interface Parameters {
    readonly version: 'aes128gcm';
    readonly dh?: string;
    readonly authSecret?: string;
    readonly privateKey: ECDH;
    readonly salt?: string;
  }
  const ece: {
    encrypt(buffer: Buffer, parameters: Parameters): Buffer;
    decrypt(buffer: Buffer, parameters: Parameters): Buffer;
  };
  export default ece;
}
