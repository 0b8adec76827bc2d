import {
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanStatusCode,
  trace,
  TraceFlags,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

import { type Spans } from "../../ports/spans";

/**
 * Sends traces to an OTLP collector over HTTP. Spans carry no personal data: only names, times and
 * success.
 */
export class OpenTelemetrySpans implements Spans {
  private readonly provider: NodeTracerProvider;

  /** @param endpoint as in OTEL_EXPORTER_OTLP_ENDPOINT: without /v1/traces */
  constructor(endpoint: string) {
    const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ "service.name": "result-rest-gateway" }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    // Sets the only context manager of the process, through which spans find their parent across
    // awaits.
    this.provider.register({ propagator: null });
  }

  ofOrder<T>(orderId: string, name: string, work: () => Promise<T>): Promise<T> {
    return this.during(this.tracer.startSpan(name, {}, traceOf(orderId)), work);
  }

  pastOfOrder(orderId: string, name: string, startedAt: Date): void {
    this.tracer.startSpan(name, { startTime: startedAt }, traceOf(orderId)).end();
  }

  within<T>(name: string, work: () => Promise<T>): Promise<T> {
    return trace.getActiveSpan() ? this.during(this.tracer.startSpan(name), work) : work();
  }

  /** Sends what is still pending. An unreachable collector causes no delay. */
  async stop(): Promise<void> {
    await this.provider.shutdown().catch(() => undefined);
  }

  private get tracer() {
    return this.provider.getTracer("result-rest-gateway");
  }

  private async during<T>(span: Span, work: () => Promise<T>): Promise<T> {
    try {
      return await context.with(trace.setSpan(context.active(), span), work);
    } catch (error) {
      // The message may name a guest.
      span.setStatus({
        code: SpanStatusCode.ERROR,
        message: error instanceof Error ? error.name : "Error",
      });
      throw error;
    } finally {
      span.end();
    }
  }
}

function traceOf(orderId: string): Context {
  const traceId = orderId.replaceAll("-", "");
  // A parent that does not exist as a span: it gives the trace its id.
  const parent = {
    traceId,
    spanId: traceId.slice(-16),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  };
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}
