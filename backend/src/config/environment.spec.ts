import { BadConfiguration, readEnvironment } from './environment.ts';

const read = (variables: Record<string, string>): ReturnType<typeof readEnvironment> =>
  readEnvironment('/srv/endwatch/.endwatch', variables);

describe('environment', () => {
  it('has a default for everything', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      kafka: null,
      home: '/srv/endwatch/.endwatch',
      roles: { scorer: true, gateway: true },
      topicPrefix: 'endwatch',
      partitions: 12,
      timeZone: 'UTC',
    });
  });

  it('counts an empty variable as not set', () => {
    expect(read({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it('reads brokers and credentials with colons in the password', () => {
    expect(
      read({ KAFKA_BROKERS: 'a:9092,b:9093', KAFKA_SSL: '1', KAFKA_SASL: 'plain:me:se:cret' })
        .kafka,
    ).toEqual({
      brokers: ['a:9092', 'b:9093'],
      ssl: true,
      sasl: { mechanism: 'plain', username: 'me', password: 'se:cret' },
    });
  });

  it.each([
    ['PORT', '99999', 'PORT is "99999"; allowed: a port from 0 to 65535'],
    ['PORT', 'http', 'PORT is "http"; allowed: a port from 0 to 65535'],
    [
      'ENDWATCH_ROLES',
      'viewer',
      'ENDWATCH_ROLES is "viewer"; allowed: scorer, gateway or scorer,gateway',
    ],
    [
      'ENDWATCH_TIME_ZONE',
      'Mars/Base',
      'ENDWATCH_TIME_ZONE is "Mars/Base"; allowed: an IANA time zone such as Europe/Berlin',
    ],
    ['ENDWATCH_DEMO', 'yes', 'ENDWATCH_DEMO is "yes"; allowed: 0 or 1'],
    ['KAFKA_BROKERS', 'localhost', 'KAFKA_BROKERS is "localhost"; allowed: host:port,host:port'],
    [
      'ENDWATCH_PARTITIONS',
      '0',
      'ENDWATCH_PARTITIONS is "0"; allowed: a whole number from 1 to 9999',
    ],
  ])('refuses %s=%s in one line that says what is allowed', (name, given, line) => {
    expect(() => read({ [name]: given })).toThrow(new BadConfiguration(line));
  });

  it('follows no record until an endpoint is named, by the names of OpenTelemetry', () => {
    const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318/';
    expect(read({}).tracing).toBeNull();
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' }).tracing).toBeNull();
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT }).tracing).toEqual({
      url: 'http://collector:4318/v1/traces',
      serviceName: 'endwatch',
      ratio: 1,
    });
    const sampled = {
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.1',
    };
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT, ...sampled }).tracing?.ratio).toBe(0.1);
    expect(() => read({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT is "collector:4318"; allowed: a URL of http or https',
    );
    expect(() => read({ OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow('allowed: a number from 0 to 1');
  });

  it('never repeats a secret', () => {
    expect(() => read({ DATABASE_URL: 'mysql://root:hunter2@db' })).toThrow(
      /^DATABASE_URL is \(a value that is not shown\)/,
    );
  });
});
