package org.trame.platform;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Orders the start: both schemas, then the engine and whatever else uses the database. */
final class EngineSchemaFirst {

  private EngineSchemaFirst() {}

  /** {@link EngineSchema} initialises the database. */
  static final class Initializer extends AbstractBeansOfTypeDatabaseInitializerDetector {
    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
      return Set.of(EngineSchema.class);
    }
  }

  /** The engine needs an initialised database. */
  static final class Dependent extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {
    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
      return Set.of(ProcessEngineConfigurationImpl.class);
    }
  }
}
