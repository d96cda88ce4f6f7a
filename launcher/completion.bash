# Completion for ./simplexity; zsh reads it through bashcompinit.
_simplexity() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]:-}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "run trigger describe simplex evaluate materialise family regress runs bench test mlflow airflow build completion help --help --version" -- "$word"))
    return
  fi
  case $command in
    run)
      case $previous in
        --set | --parallel | --tracking-uri | --work) return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "--set --dry-run --json --fresh --parallel --tracking-uri --work --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -X '!*.yaml' -- "$word") $(compgen -d -S / -- "$word")) ;;
      esac
      ;;
    trigger)
      case $previous in
        --reuse) COMPREPLY=($(compgen -W "parent experiment nothing" -- "$word")) && return ;;
        --set | --run-id | --airflow) return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "--set --run-id --watch --airflow --reuse --json --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -X '!*.yaml' -- "$word") $(compgen -d -S / -- "$word")) ;;
      esac
      ;;
    describe)
      case $previous in
        --genotype) COMPREPLY=($(compgen -f -- "$word")) && return ;;
        --operations | --skeleton) COMPREPLY=($(compgen -W "darts nas-bench-201" -- "$word")) && return ;;
        --out) COMPREPLY=($(compgen -f -X '!*.svg' -- "$word")) && return ;;
        --channels | --cells | --nodes | --classes | --input | --stem-multiplier) return ;;
      esac
      COMPREPLY=($(compgen -W "--genotype --supernet --operations --skeleton --channels --cells --nodes --classes --input --stem-multiplier --auxiliary --json --out --help" -- "$word"))
      ;;
    simplex)
      case $previous in
        simplex) COMPREPLY=($(compgen -W "gumbel-softmax dirichlet logit-normal --help" -- "$word")) && return ;;
        --out) COMPREPLY=($(compgen -f -X '!*.svg' -- "$word")) && return ;;
        --logits | --temperature | --alpha | --mean | --covariance | --at | --temperatures | --samples | --seed | --labels) return ;;
      esac
      COMPREPLY=($(compgen -W "--logits --temperature --alpha --mean --covariance --at --temperatures --samples --seed --labels --json --out --help" -- "$word"))
      ;;
    evaluate)
      case $previous in
        --data) COMPREPLY=($(compgen -W "digits mnist fashion-mnist cifar10 cifar100" -- "$word") $(compgen -f -- "$word")) && return ;;
        --split) COMPREPLY=($(compgen -W "train validation test" -- "$word")) && return ;;
        --pixels) COMPREPLY=($(compgen -W "normalised unit bytes" -- "$word")) && return ;;
        --from) COMPREPLY=($(compgen -d -S / -- "$word")) && return ;;
        --genotype) COMPREPLY=($(compgen -f -- "$word")) && return ;;
        --set) return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "--data --from --set --split --pixels --genotype --json --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -- "$word")) ;;
      esac
      ;;
    materialise)
      case $previous in
        --out) COMPREPLY=($(compgen -d -S / -- "$word")) && return ;;
        --lambda | --tracking-uri) return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "--lambda --out --tracking-uri --json --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -d -S / -- "$word")) ;;
      esac
      ;;
    family)
      case $previous in
        --out) COMPREPLY=($(compgen -d -S / -- "$word")) && return ;;
        --at | --budget | --tracking-uri) return ;;
      esac
      COMPREPLY=($(compgen -W "--at --budget --out --tracking-uri --json --help" -- "$word"))
      ;;
    regress)
      case $previous in
        --baseline | --seeds | --set | --metric | --alpha | --airflow | --parallel | --tracking-uri) return ;;
        --out | --work) COMPREPLY=($(compgen -d -S / -- "$word")) && return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "--baseline --seeds --set --metric --alpha --promote --out --airflow --fresh --parallel --tracking-uri --work --json --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -X '!*.yaml' -- "$word") $(compgen -d -S / -- "$word")) ;;
      esac
      ;;
    runs)
      case $previous in
        --last | --compare | --metric | --tracking-uri) return ;;
      esac
      case $word in
        -*) COMPREPLY=($(compgen -W "--last --compare --metric --tracking-uri --json --help" -- "$word")) ;;
        *) COMPREPLY=($(compgen -f -X '!*.yaml' -- "$word") $(compgen -d -S / -- "$word")) ;;
      esac
      ;;
    bench)
      case $word in
        -*)
          case ${COMP_WORDS[2]} in
            step) COMPREPLY=($(compgen -W "--operations --distribution --outer --channels --cells --nodes --classes --input --batch --threads --chunk --warmup --steps --seed --export --json --help" -- "$word")) ;;
            perceptron) COMPREPLY=($(compgen -W "--input --hidden --classes --batch --model --threads --chunk --warmup --steps --json --help" -- "$word")) ;;
          esac
          ;;
        *)
          case $previous in
            bench) COMPREPLY=($(compgen -W "step perceptron" -- "$word")) ;;
            --model) COMPREPLY=($(compgen -W "none base rep var base_linear rep_linear var_linear base_piecewise rep_piecewise var_piecewise" -- "$word")) ;;
            --operations) COMPREPLY=($(compgen -W "darts nas-bench-201" -- "$word")) ;;
            --distribution) COMPREPLY=($(compgen -W "softmax sigmoid gumbel-softmax dirichlet logit-normal binary-concrete categorical bernoulli" -- "$word")) ;;
            --outer) COMPREPLY=($(compgen -W "first-order unrolled neumann conjugate-gradients" -- "$word")) ;;
            --export) COMPREPLY=($(compgen -f -- "$word")) ;;
          esac
          ;;
      esac
      ;;
    test)
      if [ "$previous" = --module ]; then
        local home
        home=$(dirname "${COMP_WORDS[0]}")
        COMPREPLY=($(compgen -W "$(ls -d "$home"/pipeline/*/ "$home"/stages/*/ 2>/dev/null | sed 's,/$,,; s,.*/,,') dags" -- "$word"))
      else
        COMPREPLY=($(compgen -W "--module --help" -- "$word"))
      fi
      ;;
    airflow) COMPREPLY=($(compgen -W "up status down --port --store --host --help" -- "$word")) ;;
    mlflow) COMPREPLY=($(compgen -W "up status down --port --store --host --help" -- "$word")) ;;
    completion) COMPREPLY=($(compgen -W "bash zsh --help" -- "$word")) ;;
    help) COMPREPLY=($(compgen -W "run trigger describe simplex evaluate materialise family regress runs bench test mlflow airflow build completion" -- "$word")) ;;
    build) COMPREPLY=($(compgen -W "--help" -- "$word")) ;;
  esac
}
complete -o nospace -F _simplexity simplexity ./simplexity
