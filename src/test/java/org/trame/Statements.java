package org.trame;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;

/** Counts the statements prepared on the database, by the engine and by us, in any thread. */
@TestComponent
public class Statements implements BeanPostProcessor {

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Something that may fail. */
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /** How many statements a piece of work takes. */
  public int during(Work work) throws Exception {
    int before = COUNT.get();
    work.run();
    return COUNT.get() - before;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database ? counting(database, DataSource.class) : bean;
  }

  private static <T> T counting(T real, Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            Statements.class.getClassLoader(),
            type == DataSource.class
                ? new Class<?>[] {DataSource.class, AutoCloseable.class}
                : new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                COUNT.incrementAndGet();
              }
              try {
                Object result = method.invoke(real, arguments);
                return result instanceof Connection connection && type == DataSource.class
                    ? counting(connection, Connection.class)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
