package org.simplexity.airflow.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON Web Tokens as Airflow signs them: HMAC with SHA-512 (RFC 7515, RFC 7519). */
final class WebToken {
  private static final String ALGORITHM = "HmacSHA512";

  private WebToken() {}

  static String of(String user, Duration life, String secret) {
    long now = Instant.now().getEpochSecond();
    long end = Instant.now().plus(life).getEpochSecond();
    long start = Math.min(now, end) - 60;
    String claims =
        String.format(
            Locale.ROOT,
            "{\"sub\":\"%s\",\"role\":\"admin\",\"teams\":[],\"jti\":\"%s\",\"aud\":\"apache-airflow\","
                + "\"nbf\":%d,\"exp\":%d,\"iat\":%d}",
            user,
            UUID.randomUUID(),
            start,
            end,
            start);
    String signed = coded("{\"alg\":\"HS512\",\"typ\":\"JWT\"}") + "." + coded(claims);
    return signed + "." + coded(signature(signed, secret));
  }

  private static byte[] signature(String text, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String coded(String text) {
    return coded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String coded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
