package org.simplexity.experiment.stage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Logs to standard error: ours from INFO, those of libraries from WARN; all with {@code --debug}.
 */
public final class LogOutput {
  private static final String PATTERN = "%d{HH:mm:ss} %-5level %msg%n%nopex";
  private static final String DEBUG_PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{30} %msg%n%ex";

  private LogOutput() {}

  /**
   * Sends the log of this process to standard error.
   *
   * @param debug everything, with stack traces
   */
  public static void toStandardError(boolean debug) {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (!(factory instanceof LoggerContext context)) {
      return;
    }
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(debug ? DEBUG_PATTERN : PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(debug ? Level.DEBUG : Level.WARN);
    context.getLogger("org.simplexity").setLevel(debug ? Level.DEBUG : Level.INFO);
  }
}
