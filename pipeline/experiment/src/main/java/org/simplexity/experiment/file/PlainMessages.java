package org.simplexity.experiment.file;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Messages of constraints in English, whatever the machine's language, without an expression
 * language. The two standard messages that are written in one are put together here.
 */
final class PlainMessages implements MessageInterpolator {
  private static final Map<String, String> DECIMAL =
      Map.of(
          "{jakarta.validation.constraints.DecimalMin.message}", "greater than",
          "{jakarta.validation.constraints.DecimalMax.message}", "less than");

  private final MessageInterpolator others =
      new ParameterMessageInterpolator(
          Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false);

  @Override
  public String interpolate(String template, Context context) {
    return interpolate(template, context, Locale.ENGLISH);
  }

  @Override
  public String interpolate(String template, Context context, Locale locale) {
    String relation = DECIMAL.get(template);
    if (relation == null) {
      return others.interpolate(template, context, Locale.ENGLISH);
    }
    Map<String, Object> bound = context.getConstraintDescriptor().getAttributes();
    String equal = Boolean.TRUE.equals(bound.get("inclusive")) ? " or equal to " : " ";
    return "must be " + relation + equal + bound.get("value");
  }
}
