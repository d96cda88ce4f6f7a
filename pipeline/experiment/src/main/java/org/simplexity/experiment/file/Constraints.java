package org.simplexity.experiment.file;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/** The {@code jakarta.validation} annotations on record components, checked one at a time. */
final class Constraints {
  private final Validator validator =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .ignoreXmlConfiguration()
          .messageInterpolator(new PlainMessages())
          .buildValidatorFactory()
          .getValidator();

  /** The broken relations, such as "must be greater than 0"; empty if the value is possible. */
  List<String> broken(Class<?> record, String component, @Nullable Object value) {
    return validator.validateValue(record, component, value).stream()
        .map(ConstraintViolation::getMessage)
        .sorted()
        .toList();
  }
}
